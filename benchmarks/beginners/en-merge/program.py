def merge(a, b):
    result = []
    i = 0
    j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            result.append(a[i])
            i += 1
        else:
            result.append(b[j])
            j =+ 1
    return result + a[i:] + b[j:]


def merge_all(lists):
    merged = []
    for part in lists:
        merged = merge(merged, part)
    return merged
