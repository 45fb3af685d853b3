def without_old(shirts, age):
    """Return the ages of the shirts that are not older than some age.

    >>> without_old([9, 8, 2], 5)
    [2]
    >>> without_old([1, 2], 5)
    [1, 2]
    """
    for shirt in shirts:
        if shirt > age:
            shirts.remove(shirt)
    return shirts
