def column_sums(table):
    sums = []
    total = 0
    for c in range(len(table[0])):
        for r in range(len(table)):
            total += table[r][c]
        sums.append(total)
    return sums

def best_column(table):
    sums = column_sums(table)
    return sums.index(max(sums))
