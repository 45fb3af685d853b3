def chunks(items, size):
    """Split items into lists of the given size; the last may be shorter.

    Raise ValueError if size is not positive.

    >>> chunks([1, 2, 3, 4, 5], 2)
    [[1, 2], [3, 4], [5]]
    """
    if size <= 0:
        raise ValueError("size must be positive")
    result = []
    for i in range(0, len(items) - size + 1, size):
        result.append(items[i:i + size])
    return result
