def best_donor( donations ):
    totals = dict()
    for ( name, amount ) in donations:
        if not name in totals.keys():
            totals[name] = 0
        totals[name] += amount
    best = None
    for name in sorted( totals ):
        if best == None or totals[name] >= totals[best]:
            best = name
    if best != None:
        return ( best, totals[best] )
