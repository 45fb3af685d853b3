def wall(rows):
    """Return how many bricks a wall needs whose rows have 1, 2, 3 ... bricks.

    >>> wall(3)
    6
    >>> wall(1)
    1
    """
    bricks = 0
    for row in range(rows):
        bricks += row
    return bricks
