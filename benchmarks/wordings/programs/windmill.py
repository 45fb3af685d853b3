def longest_turn(speeds):
    """How long the longest time is, in hours, that a windmill turns without a stop: it does from speed 4 on.

    >>> longest_turn([5, 6, 2, 7, 8, 9])
    3
    >>> longest_turn([1, 2])
    0
    >>> longest_turn([4, 4])
    2
    """
    longest = 0
    running = 0
    for speed in speeds:
        if speed > 4:
            running += 1
        else:
            longest = max(longest, running)
            running = 0
    return max(longest, running)
