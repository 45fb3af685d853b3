def honey(jars):
    """Return the weight of all jars that are not empty, each one kilo heavier than its honey.

    >>> honey([2, 0, 3])
    7
    >>> honey([0])
    0
    """
    weight = 0
    for jar in jars:
        weight += jar + 1
    return weight
