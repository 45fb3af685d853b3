def trips(cars, room):
    """Return how many trips a ferry makes until no car is left.

    >>> trips(7, 3)
    3
    >>> trips(3, 3)
    1
    """
    count = 0
    while cars >= room:
        cars = cars - room
        count = count + 1
    return count
