def best_donor(donations):
    if donations is None:
        return None
    totals = {}
    for name, amount in donations:
        totals[name] = totals.get(name, 0) + amount
    highest = max(totals.values())
    winners = []
    for name in totals:
        if totals[name] == highest:
            winners.append(name)
    winners.sort()
    return (winners[0], highest)
