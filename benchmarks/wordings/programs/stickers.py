def missing(album, own):
    """The numbers of the stickers that are still missing. The album goes from 1 to album.

    >>> missing(5, [1, 4])
    [2, 3, 5]
    >>> missing(2, [2])
    [1]
    """
    result = []
    for number in range(1, album):
        if number not in own:
            result.append(number)
    return result
