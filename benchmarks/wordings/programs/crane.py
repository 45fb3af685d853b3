def moved(stacks, start, end, boxes):
    """A crane carries boxes, one at a time, from the top of one stack to another.

    >>> moved([["a", "b", "c"], ["d"]], 0, 1, 2)
    [['a'], ['d', 'c', 'b']]
    >>> moved([["a"], []], 0, 1, 1)
    [[], ['a']]
    """
    for _ in range(boxes):
        box = stacks[start].pop(0)
        stacks[end].append(box)
    return stacks
