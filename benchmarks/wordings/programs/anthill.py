def carried(loads, most):
    """Return the sum of the loads that are not above most.

    >>> carried([3, 9, 5], 5)
    8
    >>> carried([1], 5)
    1
    """
    total = 0
    for load in loads:
        if load < most:
            total += load
    return total
