def zipped(left, right):
    """Return a text that takes a letter of each text in turn, and then what is left of the longer one.

    >>> zipped("ace", "bd")
    'abcde'
    >>> zipped("x", "yz")
    'xyz'
    """
    result = ""
    place = 0
    while place < len(left) and place < len(right):
        result += left[place] + right[place]
        place += 1
    return result + left[place:]
