def months(goal, deposit):
    """Return after how many months the savings reach the goal.

    >>> months(100, 40)
    3
    >>> months(90, 30)
    3
    """
    saved = 0
    month = 0
    while saved <= goal:
        saved += deposit
        month += 1
    return month
