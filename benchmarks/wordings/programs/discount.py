def to_pay(prices):
    """Return the sum of prices, where the third and each later one is half.

    >>> to_pay([10, 10, 10])
    25.0
    >>> to_pay([8])
    8
    """
    total = 0
    for i in range(len(prices)):
        if i > 2:
            total += prices[i] / 2
        else:
            total += prices[i]
    return total
