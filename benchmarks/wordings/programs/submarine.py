def dive(goal):
    """Return the depths at which a boat that sinks 4 metres at a time stops, down to its goal.

    >>> dive(8)
    [0, 4, 8]
    >>> dive(6)
    [0, 4, 6]
    """
    depth = 0
    stops = [depth]
    while depth != goal:
        depth += 4
        stops.append(depth)
    return stops
