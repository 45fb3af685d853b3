def toggled(states, switch):
    """Return the states of lamps after one of them was switched; the old list stays as it is.

    >>> old = [True, False]
    >>> toggled(old, 1)
    [True, True]
    >>> old
    [True, False]
    """
    new = states
    new[switch] = not new[switch]
    return new
