def posts(length, gap):
    """Return how many posts a fence needs, with one at each end.

    >>> posts(10, 5)
    3
    >>> posts(9, 3)
    4
    """
    count = 0
    place = 0
    while place < length:
        count = count + 1
        place = place + gap
    return count
