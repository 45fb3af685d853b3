def is_in(item, lst):
    for x in lst:
        if x.lower() == item.lower():
            return True
    return False

def merge_lists(first, second):
    result = []
    for item in first:
        if not is_in(item, result):
            result.append(item)
    for item in second:
        if not is_in(item, first):
            result.append(item)
    return result
