def late_fee(days):
    """Return the fee in cents: nothing for up to 3 days, then 10 for each day more.

    >>> late_fee(5)
    20
    >>> late_fee(3)
    0
    """
    if days > 3:
        fee = days * 10
    else:
        fee = 0
    return fee
