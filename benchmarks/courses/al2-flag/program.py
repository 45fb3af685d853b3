def sort_flag(colours):
    """Sorts 'r', 'w' and 'b' into red, white, blue in a single pass."""
    a = list(colours)
    low, mid, high = 0, 0, len(a) - 1
    while mid <= high:
        if a[mid] == 'r':
            a[low], a[mid] = a[mid], a[low]
            low += 1
            mid += 1
        elif a[mid] == 'w':
            mid += 1
        else:
            a[mid], a[high] = a[high], a[mid]
            high -= 1
            mid += 1
    return "".join(a)
