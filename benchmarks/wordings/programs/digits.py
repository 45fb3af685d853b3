def digit_sum(number):
    """Return the sum of the digits of a number.

    >>> digit_sum(47)
    11
    >>> digit_sum(5)
    5
    """
    total = 0
    while number > 9:
        total += number % 10
        number //= 10
    return total
