def transpose(grid):
    """Return the transpose of a grid given as a list of rows.

    >>> transpose([[1, 2, 3], [4, 5, 6]])
    [[1, 4], [2, 5], [3, 6]]
    >>> transpose([])
    []
    """
    if not grid:
        return []
    rows = len(grid)
    cols = len(grid[0])
    result = [[0] * rows] * cols
    for r in range(rows):
        for c in range(cols):
            result[c][r] = grid[r][c]
    return result
