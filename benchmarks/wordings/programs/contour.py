def peak(lines):
    """The name of the highest mountain in lines of a map file like "Name;height".

    >>> peak(["Alder;980", "Birch;1210", "Cedar;640"])
    'Birch'
    >>> peak(["Dune;75"])
    'Dune'
    """
    best = ""
    top = "0"
    for line in lines:
        name, height = line.split(";")
        if height > top:
            top = height
            best = name
    return best
