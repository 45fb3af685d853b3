def turns(big, small):
    """Return how often the small wheel turns while the big one turns once.

    >>> turns(30, 10)
    3
    >>> turns(20, 10)
    2
    """
    count = 0
    teeth = big
    while teeth > small:
        teeth = teeth - small
        count = count + 1
    return count
