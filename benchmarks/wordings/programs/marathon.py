def pace(distance, minutes):
    """Return the minutes for a kilometre, rounded down.

    >>> pace(10, 55)
    5
    >>> pace(4, 30)
    7
    """
    if minutes > 0:
        result = distance // minutes
    return result
