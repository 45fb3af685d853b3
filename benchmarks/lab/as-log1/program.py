def log_report(lines, since):
    start = since.split(":")
    start_h = int(start[0])
    start_m = int(start[1])
    counts = {}
    i = 0
    while i < len(lines):
        line = lines[i]
        i = i + 1
        if line == "" or line[0] == "#":
            continue
        words = line.split()
        time = words[0].split(":")
        h = int(time[0])
        m = int(time[1])
        if h >= start_h and m >= start_m:
            level = words[1].upper()
            if level in counts:
                counts[level] = counts[level] + 1
            else:
                counts[level] = 1
    result = []
    while len(counts) > 0:
        best = None
        for level in sorted(counts):
            if best is None or counts[level] > counts[best]:
                best = level
        result.append((best, counts.pop(best)))
    return result
