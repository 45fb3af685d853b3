def shift(text, by):
    """Return a text whose small letters are moved on in the alphabet, from z back to a.

    >>> shift("abc", 1)
    'bcd'
    >>> shift("xyz", 2)
    'zab'
    """
    result = ""
    for letter in text:
        place = ord(letter) - ord("a") + by
        result += chr(place + ord("a"))
    return result
