def open_chores(chores):
    """Give back the chores that are not done yet. Done ones have an x in front.

    >>> open_chores(["x dishes", "x trash", "dog", "x lawn"])
    ['dog']
    >>> open_chores(["dog", "cat"])
    ['dog', 'cat']
    """
    for chore in chores:
        if chore[0] == "x":
            chores.remove(chore)
    return chores
