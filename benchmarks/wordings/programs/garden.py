def rows_of(plants, width):
    """Return the plants in rows of at most a width.

    >>> rows_of(["a", "b", "c"], 2)
    [['a', 'b'], ['c']]
    >>> rows_of(["a", "b"], 2)
    [['a', 'b']]
    """
    rows = []
    row = []
    for plant in plants:
        row.append(plant)
        if len(row) == width:
            rows.append(row)
            row = []
    return rows
