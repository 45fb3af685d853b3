def best_donor(donations):
    best = None
    for name, amount in donations:
        total = 0
        for other, money in donations:
            if other == name:
                total += amount
        #print(name, total)
        if best is None:
            best = (name, total)
        else:
            if total > best[1]:
                best = (name, total)
            else:
                if total == best[1]:
                    if name < best[0]:
                        best = (name, total)
    return best
