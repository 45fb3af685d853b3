def borrowed(loans):
    """Count how many books each person has.

    >>> borrowed(["Lia", "Max", "Lia"])
    {'Lia': 2, 'Max': 1}
    >>> borrowed([])
    {}
    """
    counts = {}
    for person in loans:
        counts[person] = counts[person] + 1
    return counts
