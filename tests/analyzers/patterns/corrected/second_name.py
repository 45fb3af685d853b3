def with_guest(names, guest):
    extended = names[:]
    extended.append(guest)
    return extended
