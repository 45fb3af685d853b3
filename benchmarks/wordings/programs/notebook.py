def word_counts(words):
    """Return how often each word is there.

    >>> word_counts(["a", "b", "a"])
    {'a': 2, 'b': 1}
    >>> word_counts([])
    {}
    """
    counts = {}
    for word in words:
        if word in counts:
            counts[word] = 1
        else:
            counts[word] = 1
    return counts
