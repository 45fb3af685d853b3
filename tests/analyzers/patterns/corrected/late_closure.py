def makers():
    steps = []
    for size in [1, 2, 3]:
        steps.append(lambda start, size=size: start + size)
    return steps
