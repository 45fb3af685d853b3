def warmest(readings):
    """Return the (day, temperature) pair with the highest temperature.

    readings maps day names to lists of temperatures. The earlier day wins
    on ties; days without readings are ignored. None if nothing was read.

    >>> warmest({"mon": [3, 7], "tue": [6]})
    ('mon', 7)
    """
    best_day = None
    best = 0
    for day, temps in readings.items():
        for t in temps:
            if t > best:
                best = t
                best_day = day
    if best_day is None:
        return None
    return (best_day, best)
