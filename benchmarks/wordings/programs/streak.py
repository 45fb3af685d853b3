def best_streak(results):
    """The longest row of wins (W) without a loss (L) in between.

    >>> best_streak("WWLW")
    2
    >>> best_streak("WLWW")
    2
    >>> best_streak("LL")
    0
    """
    streak = 0
    best = 0
    for letter in results:
        if letter == "W":
            streak += 1
        if streak > best:
            best = streak
    return best
