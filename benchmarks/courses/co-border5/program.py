def border_sum(m):
    result = 0
    zeile = 0
    for row in m:
        if zeile == 0:
            for x in row: result += x
        if zeile == len(m) - 1:
            for x in row: result += x
        elif zeile != 0:
            result += row[0]
            if len(row) != 1:
                result += row[-1]
        zeile += 1
    return result
