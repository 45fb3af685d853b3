def jumps(distance, jump):
    """How many jumps a frog needs to get at least as far as the distance.
    Every jump is 1 shorter than the one before.

    >>> jumps(9, 4)
    3
    >>> jumps(4, 4)
    1
    """
    count = 0
    while distance > 0:
        distance = distance - jump
        jump = jump - 1
    count = count + 1
    return count
