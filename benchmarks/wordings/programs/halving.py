def folds(rope, length):
    """How often a rope has to be cut in half until it is not longer than a length.

    >>> folds(16, 4)
    2
    >>> folds(5, 8)
    0
    >>> folds(9, 1)
    4
    """
    if rope < length:
        return 0
    return 1 + folds(rope / 2, length)
