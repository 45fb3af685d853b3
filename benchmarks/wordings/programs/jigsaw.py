def corner_sum(table):
    """Return the sum of the first and the last number of each row.

    >>> corner_sum([[1, 2, 3], [4, 5]])
    13
    >>> corner_sum([])
    0
    """
    total = 0
    for row in table:
        total = total + row[0] + row[1]
    return total
