def border_sum(m):
    if len(m) == 0:
        return 0
    total = 0
    for x in m[0]:
        total += x
    if len(m) == 0:
        return total
    for x in m[-1]:
        total += x
    for i in range(1, len(m) - 1):
        total += m[i][0]
        if len(m[i]) > 1:
            total += m[i][i]
    return total
