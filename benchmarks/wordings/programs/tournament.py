def rounds(players):
    """How many rounds until one player is left. In each round half of them go home.
    With an odd number one player more stays.

    >>> rounds(8)
    3
    >>> rounds(5)
    3
    >>> rounds(1)
    0
    """
    if players == 1:
        return 0
    return 1 + rounds(players // 2)
