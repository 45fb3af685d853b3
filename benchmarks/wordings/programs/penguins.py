def heavy(weights, limit):
    """Count the penguins that weigh more than the limit.

    >>> heavy([12, 7, 15], 10)
    2
    >>> heavy([4], 10)
    0
    """
    count = 0
    for w in weights:
        if w > limit:
            count += 1
        return count
    return count
