def best_loot(houses):
    # no two neighbouring houses may be chosen
    n = len(houses)
    if n == 0:
        return 0
    if n == 1:
        return houses[0]
    dp = [0] * n
    dp[0] = houses[0]
    dp[1] = houses[1]
    for i in range(2, n):
        dp[i] = max(dp[i - 1], dp[i - 2] + houses[i])
    return dp[-1]
