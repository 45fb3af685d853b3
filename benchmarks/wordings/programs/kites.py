def longest(names):
    """Return the longest name; of two that are as long the first.

    >>> longest(["sky", "swift", "robin"])
    'swift'
    >>> longest(["red"])
    'red'
    """
    best = ""
    for name in names:
        if len(name) >= len(best):
            best = name
    return best
