def subsets_with_sum(numbers, target):
    """All subsets of numbers, in the order of their bit masks, that sum up to target."""
    found = []
    for mask in range(1 << len(numbers)):
        subset = [n for i, n in enumerate(numbers) if mask & i]
        if sum(subset) == target:
            found.append(subset)
    return found
