def fee(age, member):
    """Entry fee for the chess evening.
    Children under 12 and all members are free, the others pay 6.

    >>> fee(9, False)
    0
    >>> fee(40, True)
    0
    >>> fee(40, False)
    6
    >>> fee(10, True)
    0
    """
    price = 6
    if age < 12 and member:
        price = 0
    return price
