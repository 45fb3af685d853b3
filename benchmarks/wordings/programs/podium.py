def third(points):
    """Return the third best number of points.

    >>> third([5, 9, 7, 8])
    7
    >>> third([3, 2, 1])
    1
    """
    ordered = sorted(points)
    return ordered[3]
