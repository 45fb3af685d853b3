def mode(degrees):
    """Return "heat" below 18 degrees, "cool" above 25, and "off" in between.

    >>> mode(15)
    'heat'
    >>> mode(20)
    'off'
    >>> mode(30)
    'cool'
    """
    if degrees < 18:
        return "heat"
    elif degrees > 18:
        return "cool"
    return "off"
