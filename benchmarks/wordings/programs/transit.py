LINES = {"Airport": ["Centre"], "Centre": ["Airport", "Zoo", "Port"], "Zoo": ["Centre"], "Port": ["Centre"]}


def reachable(start, rides):
    """How many stations one gets to with at most so many rides, the first one too.

    >>> reachable("Airport", 1)
    2
    >>> reachable("Airport", 2)
    4
    >>> reachable("Zoo", 0)
    1
    """
    seen = [start]
    for _ in range(rides):
        found = []
        for station in seen:
            for other in LINES[station]:
                if other not in seen:
                    found.append(other)
        seen = found
    return len(seen)
