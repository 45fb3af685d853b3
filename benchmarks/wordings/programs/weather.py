def warm_days(temperatures):
    """Return how many days had more than 20 degrees.

    >>> warm_days({"Mon": 25, "Tue": 20, "Wed": 22})
    2
    >>> warm_days({"Mon": 3})
    0
    """
    count = 0
    for day in temperatures:
        if day > 20:
            count += 1
    return count
