def price(hours):
    """Return what parking costs: 3 for each hour, and never more than 20 in all.

    >>> price(2)
    6
    >>> price(10)
    20
    """
    cost = 3 * hours
    if cost > 20:
        cost == 20
    return cost
