def receipt(items):
    """Write the last line of a receipt. Each item has a name, a price and an amount.

    >>> receipt([("pen", 2, 3), ("book", 9, 1)])
    'You pay 15 euros'
    >>> receipt([])
    'You pay nothing'
    """
    total = 0
    for name, price, amount in items:
        line = price * amount
        total = total + line
    if total == 0:
        return "You pay nothing"
    text = "You pay " + total
    return text + " euros"
