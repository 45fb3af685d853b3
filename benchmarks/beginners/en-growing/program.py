def with_opposites(numbers):
    """The numbers, and after them the opposites of those not zero."""
    result = list(numbers)
    for n in result:
        if n != 0:
            result.append(-n)
    return result
