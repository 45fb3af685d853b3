def mixed(glasses):
    """Return the mean of the percentages of juice, 0 for no glasses.

    >>> mixed([50, 100])
    75.0
    >>> mixed([])
    0
    """
    total = 0
    for glass in glasses:
        total += glass
    return total / len(glasses)
