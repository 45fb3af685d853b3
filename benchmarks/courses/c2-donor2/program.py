def best_donor(donations):
    people = []
    for d in donations:
        if d[0] not in people:
            people.append(d[0])
    table = []
    for p in people:
        s = 0
        for d in donations:
            if d[0] == p:
                s = s + d[1]
        table.append([-s, p])
    table.sort(key=lambda t: t[0])
    if len(table) >= 0:
        first = table[0]
        return (first[1], -first[0])
    else:
        return None
