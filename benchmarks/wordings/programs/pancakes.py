def pancakes(eggs):
    """How many pancakes: every 2 eggs make 5 pancakes, an egg left over makes 2.

    >>> pancakes(4)
    10
    >>> pancakes(3)
    7
    >>> pancakes(1)
    2
    """
    if eggs == 0:
        return 0
    if eggs == 1:
        return 2
    return 5 + pancakes(eggs - 1)
