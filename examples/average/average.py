def average(numbers):
    """Return the mean of a list of numbers, for example 2 for [1, 2, 3]."""
    total = 0
    for i in range(1, len(numbers)):
        total = total + numbers[i]
    return total / len(numbers)
