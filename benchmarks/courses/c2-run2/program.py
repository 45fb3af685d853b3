def sort_key(runner):
    name, laps, minutes = runner
    return (laps, minutes)

def rank_runners(results):
    ranking = results
    ranking.sort(key=sort_key)
    names = []
    i = 0
    while i < len(ranking):
        names.append(ranking[i][0])
        i += 1
    return names
