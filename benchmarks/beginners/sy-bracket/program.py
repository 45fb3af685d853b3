def medal(results, place):
    ordered = sorted(results.items(), key=lambda r: r[1])
    if place > len(ordered):
        return None
    name = ordered[place - 1)[0]
    return name


def podium(results):
    return [medal(results, p) for p in (1, 2, 3)]
