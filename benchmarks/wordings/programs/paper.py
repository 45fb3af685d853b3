def sheets(folds):
    """A sheet of paper has 1 layer; each fold doubles the layers.

    >>> sheets(3)
    8
    >>> sheets(0)
    1
    """
    if folds == 0:
        return 0
    return 2 * sheets(folds - 1)
