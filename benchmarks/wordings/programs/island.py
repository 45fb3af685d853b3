def highest_steps(heights):
    """Return the largest step up from one height to the next.

    >>> highest_steps([1, 4, 6])
    3
    >>> highest_steps([2, 2])
    0
    """
    best = 0
    for i in range(len(heights)):
        step = heights[i + 1] - heights[i]
        if step > best:
            best = step
    return best
