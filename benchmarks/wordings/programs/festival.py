def tickets(names, most):
    """Return the first names, at most as many as there are tickets.

    >>> tickets(["Al", "Bo", "Cy"], 2)
    ['Al', 'Bo']
    >>> tickets(["Al"], 2)
    ['Al']
    """
    lucky = []
    for name in names:
        if len(lucky) <= most:
            lucky.append(name)
    return lucky
