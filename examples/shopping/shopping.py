def price_with_tax(price):
    """Return the price with a tax of ten percent on top."""
    return price + price * 0.1


def basket_total(prices):
    """Return what all the prices cost together, with tax."""
    total = 0
    for price in prices:
        total += price_with_tax(price)
    print(total)
