def power_of_two(number):
    """Return whether a number is 1, 2, 4, 8 and so on.

    >>> power_of_two(8)
    True
    >>> power_of_two(6)
    False
    """
    if number == 1:
        return True
    if number % 2 == 0:
        power_of_two(number // 2)
    return False
