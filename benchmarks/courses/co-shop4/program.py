def merge_lists(first, second):
    d = {}
    for item in first + second:
        key = item.lower()
        if item not in d:
            d[key] = item
    #print(d)
    return list(d.values())
