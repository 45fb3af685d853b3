def turned(items, steps):
    """Return the items turned to the left by some steps.

    >>> turned([1, 2, 3, 4], 1)
    [2, 3, 4, 1]
    >>> turned([1, 2, 3, 4], 0)
    [1, 2, 3, 4]
    """
    for _ in range(steps):
        items.append(items[0])
        items.pop()
    return items
