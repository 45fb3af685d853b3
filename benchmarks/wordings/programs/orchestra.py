def loudest(players):
    """Return the name of the loudest player.

    >>> loudest({"drum": 9, "flute": 3})
    'drum'
    >>> loudest({"horn": 7})
    'horn'
    """
    best = max(players)
    return best
