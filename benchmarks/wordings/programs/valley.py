def lowest_and_highest(heights):
    """The lowest and the highest point of a hike, in metres.

    >>> lowest_and_highest([300, 120, 450])
    (120, 450)
    >>> lowest_and_highest([0, 20])
    (0, 20)
    """
    low = 0
    high = 0
    for h in heights:
        if h > high:
            high = h
        elif h < low:
            low = h
    return (low, high)
