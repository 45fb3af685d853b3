def top_scores(scores, n):
    """Return the n best (name, points) pairs of the dict scores.

    The highest points come first; players with equal points are
    listed alphabetically.

    >>> top_scores({"bo": 3, "al": 3, "cy": 9}, 2)
    [('cy', 9), ('al', 3)]
    """
    pairs = list(scores.items())
    pairs.sort(key=lambda p: (p[1], p[0]), reverse=True)
    return pairs[:n]
