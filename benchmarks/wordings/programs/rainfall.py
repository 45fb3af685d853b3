def wet_days(amounts):
    """Return the numbers of the days with rain, the first day being 1.

    >>> wet_days([0, 4, 2])
    [2, 3]
    >>> wet_days([0])
    []
    """
    days = []
    for i in range(len(amounts)):
        if amounts[i] > 0:
            days.append(i)
    return days
