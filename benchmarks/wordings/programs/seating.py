def plan(rows, seats):
    """An empty seating plan: a list of rows, each with a dot for every seat."""
    row = ["."] * seats
    room = []
    for i in range(rows):
        room.append(row)
    return room


def reserve(rows, seats, wishes):
    """Mark the wished seats with an R. A wish is a row and a seat, both count from 0.

    >>> reserve(2, 3, [(0, 1)])
    [['.', 'R', '.'], ['.', '.', '.']]
    >>> reserve(1, 2, [(0, 0)])
    [['R', '.']]
    """
    room = plan(rows, seats)
    for r, s in wishes:
        room[r][s] = "R"
    return room
