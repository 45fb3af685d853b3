def most_common(flowers):
    """Return how often each kind of flower was seen.

    >>> most_common(["rose", "daisy", "rose", "rose"])
    {'rose': 3, 'daisy': 1}
    >>> most_common(["tulip"])
    {'tulip': 1}
    """
    seen = {}
    for flower in flowers:
        if flower in seen:
            seen[flower] = 2
        else:
            seen[flower] = 1
    return seen
