def fewest_coins(coins, amount):
    """Fewest coins, each as often as wanted, that sum up to amount, or -1."""
    infinity = amount + 1
    best = [0] + [infinity] * amount
    for coin in coins:
        for total in range(amount, coin - 1, -1):
            best[total] = min(best[total], best[total - coin] + 1)
    return best[amount] if best[amount] < infinity else -1
