def doubles(throws):
    """Return how often both dice show the same.

    >>> doubles([(1, 1), (2, 5), (6, 6)])
    2
    >>> doubles([(1, 2)])
    0
    """
    count = 0
    for one, two in throws:
        if one == two:
            count =+ 1
    return count
