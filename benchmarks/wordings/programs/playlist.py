def minutes(songs):
    """Return how many whole minutes a list of songs lasts; each song is a title and its seconds.

    >>> minutes([("Rain", 90), ("Sun", 90)])
    3
    >>> minutes([("Snow", 119)])
    1
    """
    total = 0
    for title, seconds in songs:
        total += seconds // 60
    return total
