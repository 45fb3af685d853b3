def get_time(runner):
    return runner[2]

def get_laps(runner):
    return runner[1]

def rank_runners(results):
    lst = sorted(results, key=get_time)
    lst = sorted(results, key=get_laps, reverse=True)
    final = []
    for x in range(0, len(lst)):
        final.append(lst[x][0])
    return final
