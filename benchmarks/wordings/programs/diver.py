def deepest(dives):
    """Return the depth of the deepest dive; depths are below zero.

    >>> deepest([-3, -9, -4])
    -9
    >>> deepest([-1])
    -1
    """
    result = dives[0]
    for dive in dives:
        if dive > result:
            result = dive
    return result
