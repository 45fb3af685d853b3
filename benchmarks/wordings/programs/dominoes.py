def chain(stones):
    """How many stones fit one after another, from the first on: an end like the next one's start.

    >>> chain([(1, 4), (4, 2), (2, 6)])
    3
    >>> chain([(1, 4), (4, 2), (3, 6)])
    2
    >>> chain([(5, 5)])
    1
    """
    i = 0
    while i < len(stones) - 1 and stones[i][1] == stones[i + 1][0]:
        i = i + 1
    return i
