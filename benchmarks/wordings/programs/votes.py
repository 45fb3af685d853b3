def tally(ballots):
    """Return how often each name was voted for.

    >>> tally(["Ann", "Bo", "Ann"])
    {'Ann': 2, 'Bo': 1}
    >>> tally([])
    {}
    """
    counts = {}
    for name in ballots:
        counts[name] += 1
    return counts
