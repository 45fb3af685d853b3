def make_change(cents):
    """Which coins make up the amount? (greedy)"""
    coins = [50, 20, 10, 5, 2, 1]
    change = {}
    for coin in coins:
        how_many = cents / coin
        if how_many > 0:
            change[coin] = how_many
        cents = cents % coin
    return change
