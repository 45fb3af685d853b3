def best(scores):
    """Who has most points in all; each score is a name and points.

    >>> best([("Mia", 30), ("Ben", 40), ("Mia", 25)])
    'Mia'
    >>> best([("Ben", 5)])
    'Ben'
    """
    totals = {}
    for name, points in scores:
        if name in totals:
            totals[name] = points
        else:
            totals[name] = points
    winner = None
    for name in totals:
        if winner is None or totals[name] > totals[winner]:
            winner = name
    return winner
