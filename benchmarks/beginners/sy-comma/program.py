PRICES = {
    "apple": 3,
    "pear": 4
    "plum": 2,
}


def bill(cart):
    total = 0
    for fruit, amount in cart.items():
        if fruit in PRICES:
            total += PRICES[fruit] * amount
    return total
