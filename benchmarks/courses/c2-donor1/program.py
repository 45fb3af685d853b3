def best_donor(donations):
    totals = {}
    for entry in donations:
        who, amount = entry
        if who in totals.keys():
            totals[who] = amount
        else:
            totals[who] = amount
    best = None
    highest = 0
    for who in totals.keys():
        if best is None or totals[who] > highest:
            best = who
            highest = totals[who]
    if best is None:
        return None
    return (best, highest)
