def total(prices):
    amount = 0
    for place in range(len(prices)):
        amount += prices[place]
    return amount
