def border_sum(m):
    s = 0
    r = 0
    while r < len(m):
        row = m[r]
        if r == 0 or r == len(m)-1:
            c = 0
            while c < len(row):
                s = s + row[c]
                c = c + 1
        else:
            s = s + row[0]
            s = s + row[len(row)-1]
        r = r + 1
    return s
