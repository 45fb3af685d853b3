def countdown(start):
    """Return the numbers from start down to 1, for example [3, 2, 1] for 3."""
    numbers = []
    current = start
    while current > 0:
        numbers.append(current)
        start = current - 1
    return numbers
