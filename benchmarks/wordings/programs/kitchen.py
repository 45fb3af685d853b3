def doubled(recipe):
    """Return the amounts for twice as many people.

    >>> doubled([2, 5])
    [4, 10]
    >>> doubled([])
    []
    """
    result = []
    for amount in recipe:
        amount * 2
        result.append(amount)
    return result
