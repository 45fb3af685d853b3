COINS = [50, 20, 10]


def change(cents):
    """The coins that a machine gives back, big ones first.

    >>> change(80)
    [50, 20, 10]
    >>> change(100)
    [50, 50]
    """
    coins = []
    for coin in COINS:
        while cents > coin:
            coins.append(coin)
            cents -= coin
    return coins
