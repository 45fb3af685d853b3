def initials(name):
    """Return the first letters of all parts of a name, for example "AL" for "Ada Lovelace"."""
    letters = ""
    for part in name.split()
        letters += part[0].upper()
    return letters
