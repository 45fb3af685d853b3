def visible(houses):
    """Count the houses that are taller than all the houses before them.

    >>> visible([5, 3, 4])
    1
    >>> visible([2])
    1
    """
    seen = 0
    tallest = 0
    for height in houses:
        if height > tallest:
            seen = seen + 1
        tallest = height
    return seen
