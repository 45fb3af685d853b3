def delivered(letters, house):
    """Return how many letters are for a house.

    >>> delivered([4, 7, 4], 4)
    2
    >>> delivered([1], 4)
    0
    """
    count = 0
    for letter in letters:
        if letter == house:
            count += 1
        return count
