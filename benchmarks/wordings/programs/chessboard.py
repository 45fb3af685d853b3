def dark_fields(size):
    """Return how many fields of a square board are dark; the field in row 0 and column 0 is.

    >>> dark_fields(3)
    5
    >>> dark_fields(2)
    2
    """
    dark = 0
    for row in range(size):
        for column in range(row):
            if (row + column) % 2 == 0:
                dark += 1
    return dark
