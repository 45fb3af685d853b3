def border_sum(m):
    total = 0
    rows = len(m)
    if rows == 0:
        return 0
    cols = len(m)
    for r in range(rows):
        for c in range(len(m[r])):
            if r == 0 or r == rows - 1 or c == 0 or c == cols - 1:
                total = total + m[r][c]
    return total
