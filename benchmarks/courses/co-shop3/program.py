def merge_lists(first, second):
    all_items = first + second
    i = 0
    while i < len(all_items):
        j = i + 1
        while j < len(all_items):
            if all_items[i].upper() == all_items[j].upper():
                all_items.pop(j)
            j = j + 1
        i = i + 1
    return all_items
