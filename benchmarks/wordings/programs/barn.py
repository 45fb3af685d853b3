def feed(animal, hay):
    """Return how much hay is left after one animal has eaten, never less than nothing."""
    left = hay - animal
    if left < 0:
        left = 0
    return left


def evening(animals, hay):
    """Feed all animals one after the other and return the hay that is left.

    >>> evening([3, 4], 10)
    3
    >>> evening([6, 7], 10)
    0
    >>> evening([2], 5)
    3
    """
    rest = hay
    for animal in animals:
        rest = feed(animal, hay)
    return rest
