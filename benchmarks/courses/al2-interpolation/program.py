def interpolation_search(a, target):
    """Index of target in the sorted list a of numbers, or -1."""
    low = 0
    high = len(a) - 1
    steps = 0
    while low <= high and a[low] <= target <= a[high] and steps <= len(a):
        steps += 1
        if a[low] == a[high]:
            return low
        pos = (target - a[low]) * (high - low) // (a[high] - a[low])
        if a[pos] == target:
            return pos
        if a[pos] < target:
            low = pos + 1
        else:
            high = pos - 1
    return -1
