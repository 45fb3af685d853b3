def hours_warm(start, limit):
    """After how many hours is the tea below the limit? Every hour it loses a tenth of its heat.
    If that takes longer than a day, give -1.

    >>> hours_warm(80, 60)
    3
    >>> hours_warm(50, 60)
    0
    """
    hours = 0
    temperature = start
    while temperature >= limit:
        temperature = start - start / 10
        hours += 1
        if hours > 24:
            return -1
    return hours
