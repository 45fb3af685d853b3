def waiting(ships):
    """Return how many ships still wait; each ship is a pair of a name and a state.

    >>> waiting([("Ada", "waits"), ("Bea", "left")])
    1
    >>> waiting([("Cid", "left")])
    0
    """
    number = 0
    for name, state in ships:
        if state == "waits" or "docked":
            number += 1
    return number
