def is_entry(line):
    return line != "" and not line.startswith("#")


def parse(line):
    time, level, message = line.split(" ", 2)
    level.upper()
    return time, level


def log_report(lines, since):
    entries = [parse(line) for line in lines if is_entry(line)]
    levels = [level for time, level in entries if time >= since]
    counts = {level: levels.count(level) for level in levels}
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
