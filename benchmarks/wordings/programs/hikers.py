def fastest(times):
    """Return who needed the least time.

    >>> fastest({"Mia": 30, "Tom": 25})
    'Tom'
    >>> fastest({"Eva": 9})
    'Eva'
    """
    winner = ""
    best = 0
    for name in times:
        if times[name] > best:
            best = times[name]
            winner = name
    return winner
