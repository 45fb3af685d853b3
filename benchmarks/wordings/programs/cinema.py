def rows_needed(people, seats):
    """Return how many rows some people need.

    >>> rows_needed(10, 4)
    3
    >>> rows_needed(8, 4)
    2
    """
    rows = people // seats
    return rows
