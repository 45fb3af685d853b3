def ripe(apples):
    """Return the weights without those below 80.

    >>> ripe([70, 75, 90])
    [90]
    >>> ripe([85, 60])
    [85]
    """
    for weight in apples:
        if weight < 80:
            apples.remove(weight)
    return apples
