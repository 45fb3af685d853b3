def radix_sort(numbers):
    result = list(numbers)
    if not result:
        return result
    largest = max(result)
    place = 1
    while place < largest:
        buckets = [[] for _ in range(10)]
        for n in result:
            buckets[(n // place) % 10].append(n)
        result = []
        for bucket in buckets:
            result.extend(bucket)
        place *= 10
    return result
