def layers(parts):
    """Return the pairs of parts that lie on top of each other.

    >>> layers(["bread", "cheese", "bread"])
    ['bread-cheese', 'cheese-bread']
    >>> layers([])
    []
    """
    pairs = []
    for i in range(len(parts)):
        pair = parts[i] + "-" + parts[i + 1]
        pairs.append(pair)
    return pairs
