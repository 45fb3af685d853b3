def floors_passed(stops):
    """Return how many floors an elevator passes on its way along some stops.

    >>> floors_passed([0, 3, 1])
    5
    >>> floors_passed([2, 2])
    0
    """
    passed = 0
    for i in range(len(stops) - 1):
        passed += stops[i + 1] - stops[i]
    return passed
