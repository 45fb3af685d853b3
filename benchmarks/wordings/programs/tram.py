def fullest(changes):
    """The most people in the tram. Each stop: how many get on and how many get off.

    >>> fullest([(5, 0), (4, 2), (0, 6)])
    7
    >>> fullest([(3, 0), (0, 3)])
    3
    """
    inside = 0
    most = 0
    i = 0
    while i < len(changes) - 1:
        on, off = changes[i + 1]
        inside = inside + on - off
        if inside > most:
            most = inside
        i = i + 1
    return most
