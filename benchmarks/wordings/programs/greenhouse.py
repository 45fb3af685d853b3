def coldest(nights):
    """Return the lowest temperature.

    >>> coldest([4, 7, 2])
    2
    >>> coldest([5])
    5
    """
    lowest = 0
    for night in nights:
        if night < lowest:
            lowest = night
    return lowest
