def count_value(table, wanted):
    count = 0
    for row in table:
        for cell in row:
            if cell = wanted:
                count += 1
    return count
