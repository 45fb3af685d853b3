def moving_average(values, size):
    """Return the averages of all runs of `size` neighbouring values.

    A list shorter than size gives an empty list.

    >>> moving_average([2, 4, 6, 8], 2)
    [3.0, 5.0, 7.0]
    """
    averages = []
    for i in range(len(values) - size + 1):
        window = values[i:i + size - 1]
        averages.append(sum(window) / size)
    return averages
