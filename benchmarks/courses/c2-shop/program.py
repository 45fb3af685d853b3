def merge_lists(first, second):
    result = []
    helper = []
    for item in first:
        if item not in helper:
            result.append(item)
            helper.append(item.upper())
    for item in second:
        if item.upper() in helper:
            continue
        else:
            result.append(item)
    return result
