def visitors(days):
    """Return how many visitors came on the busiest day.

    >>> visitors([12, 30, 18])
    30
    >>> visitors([7])
    7
    """
    busiest = 0
    for number in days:
        if number < busiest:
            busiest = number
    return busiest
