def log_report(lines, since):
    levels = []
    counts = []
    for line in lines:
        if not line or line[0] == '#':
            continue
        t = line[:5]
        lev = line[6:line.index(' ', 6)].upper()
        if t < since:
            continue
        if lev not in levels:
            levels.append(lev)
            counts.append(0)
        counts[levels.index(lev)] += 1

    # sort both lists
    for a in range(len(levels)):
        for b in range(a+1, len(levels)):
            if counts[b] > counts[a] or (counts[b] == counts[a] and levels[b] < levels[a]):
                counts[a], counts[b] = counts[b], counts[a]

    report = []
    for k in range(len(levels)):
        report.append((levels[k], counts[k]))
    return report
