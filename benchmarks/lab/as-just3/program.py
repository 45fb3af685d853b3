def justify(text, width):
    rows = []
    row = []
    length = 0
    for word in text.split():
        if row and length + len(row) + len(word) > width:
            rows.append(row)
            row.clear()
            length = 0
        row.append(word)
        length += len(word)
    if row:
        rows.append(row)

    result = []
    for number, row in enumerate(rows, 1):
        if number == len(rows) or len(row) == 1:
            result.append(" ".join(row))
            continue
        gaps = [" "] * (len(row) - 1)
        k = 0
        while sum(len(w) for w in row) + sum(len(g) for g in gaps) < width:
            gaps[k % len(gaps)] += " "
            k += 1
        line = row[0]
        for gap, word in zip(gaps, row[1:]):
            line += gap + word
        result.append(line)
    return result
