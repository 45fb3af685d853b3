def rank_runners(results):
    rest = results
    names = []
    while len(rest) > 0:
        best = rest[0]
        for r in rest:
            if r[1] > best[1]:
                best = r
            elif r[1] == best[1] and r[2] < best[2]:
                best = r
        names.append(best[0])
        rest.remove(best)
    return names
