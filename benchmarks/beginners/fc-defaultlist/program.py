def add_guest(name, guests=[]):
    if name not in guests:
        guests.append(name)
    return guests


def make_table(names):
    table = add_guest(names[0])
    for n in names[1:]:
        add_guest(n, table)
    return table
