def flatten(item):
    """All single things of lists and tuples that may hold each other."""
    if not hasattr(item, "__iter__"):
        return [item]
    result = []
    for part in item:
        result.extend(flatten(part))
    return result
