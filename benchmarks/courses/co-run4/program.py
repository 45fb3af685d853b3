def better(a, b):
    # is a in front of b?
    if a[1] >= b[1]:
        return True
    if a[1] == b[1]:
        if a[2] <= b[2]:
            return True
    return False


def rank_runners(results):
    table = []
    for runner in results:
        pos = 0
        while pos < len(table) and better(table[pos], runner):
            pos += 1
        table.insert(pos, runner)
    return [t[0] for t in table]
