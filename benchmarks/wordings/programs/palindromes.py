def reads_backwards(word):
    """Return whether a word is the same backwards, whatever its capitals.

    >>> reads_backwards("Anna")
    True
    >>> reads_backwards("Otto")
    True
    >>> reads_backwards("Ben")
    False
    """
    word.lower()
    return word == word[::-1]
