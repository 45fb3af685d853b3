def countdown(start):
    """Return the numbers from a start down to 1, joined with spaces.

    >>> countdown(3)
    '3 2 1'
    >>> countdown(1)
    '1'
    """
    if start == 1:
        return "1"
    rest = countdown(start - 1)
    return rest + " " + str(start)
