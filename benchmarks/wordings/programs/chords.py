NOTES = ["C", "D", "E", "F", "G", "A", "B"]


def higher(note, steps):
    """The note that is so many white keys higher on a piano.

    >>> higher("C", 2)
    'E'
    >>> higher("A", 3)
    'D'
    >>> higher("B", 1)
    'C'
    """
    place = NOTES.index(note) + steps
    while place > len(NOTES):
        place = place - len(NOTES)
    return NOTES[place]


def chord(note):
    """Three notes that sound well together.

    >>> chord("F")
    'F-A-C'
    """
    return note + "-" + higher(note, 2) + "-" + higher(note, 4)
