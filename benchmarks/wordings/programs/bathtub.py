def fill(litres, inflow, leak):
    """Return after how many minutes a tub is full; each minute water flows in, and some leaks out.

    >>> fill(10, 5, 0)
    2
    >>> fill(9, 4, 1)
    3
    """
    level = 0
    minute = 0
    while level < litres:
        level = inflow - leak
        minute += 1
    return minute
