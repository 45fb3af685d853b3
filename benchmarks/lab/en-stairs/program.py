def ways_up(stairs, known=None):
    """Number of ways to go up so many stairs in steps of one or two."""
    if known is None:
        known = {}
    if stairs == 0:
        return 1
    if stairs not in known:
        known[stairs] = ways_up(stairs - 1, known) + ways_up(stairs - 2, known)
    return known[stairs]
