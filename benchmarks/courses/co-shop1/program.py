def merge_lists(first, second):
    together = first + second
    result = []
    found = False
    for item in together:
        for r in result:
            if r.lower() == item.lower():
                found = True
        if found == False:
            result.append(item)
    return result
