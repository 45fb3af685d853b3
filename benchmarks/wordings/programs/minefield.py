def mines_near(field, row, column):
    """How many of the fields around one are mines, marked with an x.

    >>> mines_near(["x..", "...", "..x"], 1, 1)
    2
    >>> mines_near(["...", ".x.", "..."], 0, 0)
    1
    >>> mines_near(["x..", "...", "..."], 0, 0)
    0
    """
    count = 0
    for r in range(row - 1, row + 1):
        for c in range(column - 1, column + 2):
            inside = 0 <= r < len(field) and 0 <= c < len(field[0])
            if inside and (r, c) != (row, column) and field[r][c] == "x":
                count += 1
    return count
