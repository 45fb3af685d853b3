def opens(code, tries):
    """True if one of the tries is the code of the locker. After 3 tries it is blocked.

    >>> opens("417", ["111", "417"])
    True
    >>> opens("417", ["417"])
    True
    >>> opens("417", ["1", "2", "3", "417"])
    False
    """
    used = 0
    for t in tries:
        used = used + 1
        if used > 3:
            return False
        if t == code:
            return True
        else:
            return False
    return False
