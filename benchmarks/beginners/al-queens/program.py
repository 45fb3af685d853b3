def count_queens(n):
    cols = set()
    down = set()
    up = set()

    def place(r):
        if r == n:
            return 1
        total = 0
        for c in range(n):
            if c in cols or r - c in down or r - c in up:
                continue
            cols.add(c)
            down.add(r - c)
            up.add(r + c)
            total += place(r + 1)
            cols.remove(c)
            down.remove(r - c)
            up.remove(r + c)
        return total

    return place(0)
