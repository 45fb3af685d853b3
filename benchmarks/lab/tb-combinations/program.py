def combination_sum(numbers, target):
    """All ways to write target as a sum of the numbers, each as often as wanted."""
    numbers = sorted(numbers)
    ways = []
    path = []

    def extend(first, rest):
        if rest == 0:
            ways.append(path[:])
            return
        for i in range(first, len(numbers)):
            if numbers[i] > rest:
                break
            path.append(numbers[i])
            extend(first, rest - numbers[i])
            path.pop()

    extend(0, target)
    return ways
