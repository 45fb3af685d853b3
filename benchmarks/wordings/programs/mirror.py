def mirrored(word):
    """Return a word from its end to its start.

    >>> mirrored("abc")
    'cba'
    >>> mirrored("x")
    'x'
    """
    if word == "":
        return ""
    return word[0] + mirrored(word[1:])
