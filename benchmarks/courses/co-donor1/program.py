def best_donor(donations):
    totals = {}
    for d in donations:
        name = d[0]
        amount = d[1]
        if name in totals:
            totals[name] = totals[name] + amount
        else:
            totals[name] = 0
    best_name = None
    best_sum = None
    for name in totals:
        if best_name == None:
            best_name = name
            best_sum = totals[name]
        elif totals[name] > best_sum:
            best_name = name
            best_sum = totals[name]
        elif totals[name] == best_sum and name < best_name:
            best_name = name
    if best_name == None:
        return None
    return (best_name, best_sum)
