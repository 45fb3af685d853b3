def merge_shifts(shifts):
    """Merge overlapping or touching work shifts.

    shifts is a list of (start, end) pairs in any order; the result is a
    sorted list of pairs that do not overlap.

    >>> merge_shifts([(5, 8), (1, 3), (2, 4)])
    [(1, 4), (5, 8)]
    """
    merged = []
    for start, end in sorted(shifts):
        if merged and start <= merged[-1][1]:
            last_start, last_end = merged.pop()
            merged.append((last_start, end))
        else:
            merged.append((start, end))
    return merged
