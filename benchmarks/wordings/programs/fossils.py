def with_new(found, fossil):
    """Return a longer list of fossils; the old list stays as it is.

    >>> shelf = ["shell", "fern"]
    >>> with_new(shelf, "tooth")
    ['shell', 'fern', 'tooth']
    >>> shelf
    ['shell', 'fern']
    """
    longer = found
    longer.append(fossil)
    return longer
