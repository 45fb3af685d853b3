def unread(mails):
    """Return the subjects of the mails that nobody has read, the newest first.

    >>> unread([("Hi", True), ("Lunch", False), ("News", False)])
    ['News', 'Lunch']
    >>> unread([("Hi", True)])
    []
    """
    subjects = []
    for subject, read in mails:
        if not read:
            subjects.append(subject)
    return subjects.reverse()
