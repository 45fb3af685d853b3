def free_rooms(rooms):
    """Return the numbers of the rooms in which nobody is.

    >>> free_rooms({11: "Ada", 12: None, 13: None})
    [12, 13]
    >>> free_rooms({11: "Ada"})
    []
    """
    free = []
    for number, guest in rooms.items():
        if guest:
            free.append(number)
    return free
