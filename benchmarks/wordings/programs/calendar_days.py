def weekend(days):
    """Return how many of the days are on a weekend.

    >>> weekend(["Sat", "Mon", "Sun"])
    2
    >>> weekend(["Tue"])
    0
    """
    count = 0
    for day in days:
        if day == "Sat" and day == "Sun":
            count += 1
    return count
