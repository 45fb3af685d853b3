def counting_sort(items, key, largest):
    """Stable sort of items by key(item), a number from 0 to largest."""
    ends = [0] * (largest + 1)
    for item in items:
        ends[key(item)] += 1
    for k in range(1, largest + 1):
        ends[k] += ends[k - 1]
    result = [None] * len(items)
    for item in items:
        ends[key(item)] -= 1
        result[ends[key(item)]] = item
    return result
