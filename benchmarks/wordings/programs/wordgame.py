POINTS = {"a": 1, "e": 1, "k": 5, "q": 10, "t": 1}


def letter_points(letter):
    if letter in POINTS:
        return POINTS[letter]
    return 0


def word_points(word, factor):
    """The points of a word on a field that multiplies them.

    >>> word_points("tea", 2)
    6
    >>> word_points("kat", 1)
    7
    >>> word_points("qt", 3)
    33
    """
    total = 0
    for letter in word:
        total = total + letter_points(letter)
        total = total * factor
    return total
