def permutations(items):
    found = []
    used = [False] * len(items)
    path = []

    def extend():
        if len(path) == len(items):
            found.append(path)
            return
        for i in range(len(items)):
            if used[i]:
                continue
            used[i] = True
            path.append(items[i])
            extend()
            path.pop()
            used[i] = False

    extend()
    return found
