def rank_runners(results):
    groups = {}
    for name, laps, minutes in results:
        if laps not in groups:
            groups[laps] = []
        groups[laps].append((minutes, name))
    keys = list(groups.keys())
    keys.sort()
    keys.reverse()
    ranking = []
    for k in keys:
        lst = groups[k]
        lst.sort
        for pair in lst:
            ranking.append(pair[1])
    return ranking
