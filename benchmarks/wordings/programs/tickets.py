def next_free(seats):
    """Return the number of the first free seat; -1 if there is none.

    >>> next_free(["x", "-", "-"])
    1
    >>> next_free(["x"])
    -1
    """
    for i in range(len(seats)):
        if seats[i] == "-":
            return i
        return -1
