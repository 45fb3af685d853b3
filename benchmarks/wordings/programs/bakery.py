PRICES = {"roll": 40, "loaf": 250, "cake": 900}


def bill(order):
    """Return the price of an order in cents; from 1000 cents on there is a discount of 100.

    >>> bill(["roll", "loaf"])
    290
    >>> bill(["cake", "roll", "roll", "roll"])
    1020
    >>> bill(["cake", "loaf"])
    1050
    """
    price = 0
    for item in order:
        price += PRICES[item]
        if price >= 1000:
            price -= 100
            return price
    return price
