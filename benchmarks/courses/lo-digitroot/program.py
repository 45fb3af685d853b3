def digital_root(n):
    steps = 0
    while n > 9:
        s = 0
        for c in str(n):
            s = s + int(c)
        s = n
        steps = steps + 1
    return n, steps
