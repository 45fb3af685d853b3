def border_sum(m):
    if m == [[]]:
        return 0
    b = len(m[0])
    border = []
    for r in range(len(m)):
        for c in range(b):
            first_or_last_row = (r == 0) or (r == len(m))
            first_or_last_col = (c == 0) or (c == b - 1)
            if first_or_last_row or first_or_last_col:
                border.append(m[r][c])
    #print(border)
    summe = 0
    for x in border:
        summe += x
    return summe
