def fits(books, width):
    """Return how many books fit on a shelf, from the left.

    >>> fits([4, 3, 5], 8)
    2
    >>> fits([9], 8)
    0
    """
    used = 0
    count = 0
    for book in books:
        used += book
        count += 1
        if used > width:
            return count
    return count
