def insert_position(items, target):
    """Leftmost index at which target can be put into sorted items."""
    low = 0
    high = len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low


def insert_sorted(items, target):
    pos = insert_position(items, target)
    return items[:pos] + [target] + items[pos:]
