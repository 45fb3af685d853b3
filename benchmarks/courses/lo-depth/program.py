def depth(lst):
    """How deep are lists nested? [] has depth 1."""
    deepest = 0
    for element in lst:
        if type(element) == list:
            d = depth(lst)
            if d > deepest:
                deepest = d
    return deepest + 1
