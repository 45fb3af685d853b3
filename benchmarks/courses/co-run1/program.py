def rank_runners(results):
    table = []
    for r in results:
        table.append(r)
    for i in range(len(table)):
        for j in range(len(table) - 1):
            swap = False
            if table[j][1] < table[j + 1][1]:
                swap = True
            if table[j][2] > table[j + 1][2]:
                swap = True
            if swap:
                temp = table[j]
                table[j] = table[j + 1]
                table[j + 1] = temp
    names = []
    for r in table:
        names.append(r[0])
    return names
