def packed(weights, limit):
    """Return the weights that fit into a suitcase, taken in order until one no longer fits.

    >>> packed([4, 3, 5, 1], 8)
    [4, 3]
    >>> packed([2], 8)
    [2]
    """
    inside = []
    total = 0
    for weight in weights:
        if total + weight > limit:
            continue
        inside.append(weight)
        total += weight
    return inside
