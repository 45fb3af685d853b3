def flatten(rows):
    result = []
    for row in rows:
        result.extend(row)
    return result
