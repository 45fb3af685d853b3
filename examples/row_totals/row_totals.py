def row_totals(table):
    """Return a list with the sum of each row, for example [3, 7] for [[1, 2], [3, 4]]."""
    totals = []
    total = 0
    for row in table:
        for number in row:
            total += number
        totals.append(total)
    return totals
