def ways(steps):
    """Return in how many ways one can climb some steps by ones and twos.

    >>> ways(2)
    2
    >>> ways(4)
    5
    >>> ways(0)
    1
    """
    if steps <= 1:
        return steps
    return ways(steps - 1) + ways(steps - 2)
