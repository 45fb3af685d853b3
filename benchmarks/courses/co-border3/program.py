def border_sum(m):
    whole = 0
    inner = 0
    for row in m:
        for x in row:
            whole += x
    for i in range(1, len(m) - 1):
        for j in range(1, len(m[i])):
            inner += m[i][j]
    return whole - inner
