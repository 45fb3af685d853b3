from collections import Counter


class Entry:
    def __init__(self, line):
        parts = line.split()
        self.time = parts[0]
        self.level = parts[1].upper()
        self.text = " ".join(parts[2:])

    def is_after(self, time):
        return self.time >= time


class Log:
    def __init__(self, since):
        self.since = since
        self.counter = Counter()

    def read(self, lines):
        for line in lines:
            if len(line) == 0 or line.startswith("#"):
                break
            entry = Entry(line)
            if entry.is_after(self.since):
                self.counter[entry.level] += 1

    def rows(self):
        return sorted(self.counter.items(), key=lambda row: (-row[1], row[0]))


def log_report(lines, since):
    log = Log(since)
    log.read(lines)
    return log.rows()
