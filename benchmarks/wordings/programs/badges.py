def newest(badges):
    """Return the badge with the highest year.

    >>> newest([("swim", 2019), ("climb", 2022), ("row", 2020)])
    'climb'
    >>> newest([("run", 2001)])
    'run'
    """
    best = badges[0]
    for badge in badges:
        if badge[1] < best[1]:
            best = badge
    return best[0]
