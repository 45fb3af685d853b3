def best_donor(donations):
    names = []
    sums = []
    for n, a in donations:
        if n not in names:
            names.append(n)
            sums.append(0)
        k = names.index(n)
        sums[k] += a
    if len(names) == 0:
        return None
    pos = 0
    for i in range(1, len(names)):
        if sums[i] > sums[pos]:
            pos = i
        if sums[i] == sums[pos] and names[i] > names[pos]:
            pos = i
    return names[pos], sums[pos]
