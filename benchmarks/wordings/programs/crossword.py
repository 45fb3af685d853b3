def initials_of(words):
    """Return the first letters of words, as capitals.

    >>> initials_of(["red", "sun"])
    'RS'
    >>> initials_of(["ice"])
    'I'
    """
    letters = ""
    for word in words:
        letters = word[0].upper()
    return letters
