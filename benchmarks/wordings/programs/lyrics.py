def chorus(lines):
    """The lines of a song that are sung more than once, in small letters, each once.

    >>> chorus(["La la", "Sun is up", "la la ", "La la"])
    ['la la']
    >>> chorus(["One", "Two"])
    []
    """
    counts = {}
    for line in lines:
        words = line.lower()
        words.strip()
        counts[words] = counts.get(words, 0) + 1
    return [words for words in counts if counts[words] > 2]
