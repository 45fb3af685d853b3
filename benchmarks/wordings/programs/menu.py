PRICES = {"soup": 4, "bread": 2, "cake": 5}


def bill(orders):
    """Return what the orders cost; what is not on the menu costs nothing.

    >>> bill(["soup", "cake"])
    9
    >>> bill(["bread", "stone"])
    2
    """
    cost = 0
    for order in orders:
        cost += PRICES[order]
    return cost
