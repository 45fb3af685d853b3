def steps(number):
    """Return how many steps it takes to get to 1: halve what is even, else take it three times and add one.

    >>> steps(8)
    3
    >>> steps(6)
    8
    """
    count = 0
    while number != 1:
        if number % 2 == 0:
            number = number // 2
            count += 1
        else:
            number = number * 3 + 1
    return count
