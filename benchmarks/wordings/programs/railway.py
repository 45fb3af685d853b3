def stations(line, start, end):
    """Return the stations from start to end, both with them.

    >>> stations(["A", "B", "C", "D"], "B", "D")
    ['B', 'C', 'D']
    >>> stations(["A", "B"], "A", "A")
    ['A']
    """
    first = line.index(start)
    last = line.index(end)
    return line[first:last]
