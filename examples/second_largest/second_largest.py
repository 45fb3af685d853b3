def second_largest(numbers):
    """Return the second largest number and leave the list as it was."""
    largest = max(numbers)
    numbers.remove(largest)
    return max(numbers)


def spread(numbers):
    """Return how far the largest number is from the second largest."""
    second = second_largest(numbers)
    return max(numbers) - second
