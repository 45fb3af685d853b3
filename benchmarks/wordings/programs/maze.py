def shortest(grid, row, column):
    """The fewest steps from a field to the lower right one, only right and down; # is a wall.

    >>> shortest(["..", ".."], 0, 0)
    2
    >>> shortest([".#", ".."], 0, 0)
    2
    >>> shortest(["."], 0, 0)
    0
    """
    if row == len(grid) or column == len(grid[0]) or grid[row][column] == "#":
        return 99
    if row == len(grid) - 1 and column == len(grid[0]) - 1:
        return 1
    down = shortest(grid, row + 1, column)
    right = shortest(grid, row, column + 1)
    return 1 + min(down, right)
