def litres(tanks):
    """Return how many litres all tanks hold together.

    >>> litres([(2, 3, 4), (1, 1, 5)])
    29
    >>> litres([])
    0
    """
    total = 0
    for length, width, height in tanks:
        total = length * width * height
    return total
