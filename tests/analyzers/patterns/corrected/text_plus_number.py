def label(items):
    count = len(items)
    return "Items: " + str(count)
