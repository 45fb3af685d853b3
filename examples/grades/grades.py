def passed(points):
    """Tell whether somebody passed: 50 points or more are enough."""
    return points > 50


def best_name(results):
    """Return the name with the most points; results is a list of (name, points)."""
    best = ""
    most = 0
    for name, points in results:
        if points > most:
            best = name
    return best


def how_many_passed(results):
    """Return how many people passed."""
    number = 0
    for name, points in results:
        if passed(points):
            number += 1
    return number
