def depth(box):
    """Return how deep the lists of a box are nested.

    >>> depth([])
    1
    >>> depth([[[]], []])
    3
    """
    deepest = 1
    for inner in box:
        deepest = 1 + depth(inner)
    return deepest
