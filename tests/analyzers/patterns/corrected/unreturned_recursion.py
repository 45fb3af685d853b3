def last(items):
    if len(items) == 1:
        return items[0]
    return last(items[1:])
