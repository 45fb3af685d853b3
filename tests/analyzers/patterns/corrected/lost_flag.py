def contains(items, wanted):
    found = False
    for item in items:
        if item == wanted:
            found = True
    return found
