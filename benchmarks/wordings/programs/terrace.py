def diagonal(grid):
    """Return the sum of the diagonal from the upper left to the lower right.

    >>> diagonal([[1, 2], [3, 4]])
    5
    >>> diagonal([[5, 0, 1], [2, 6, 3], [4, 8, 7]])
    18
    """
    total = 0
    for row in range(len(grid)):
        for column in range(len(grid[row])):
            if row >= column:
                total += grid[row][column]
    return total
