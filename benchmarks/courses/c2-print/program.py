def print_queue(jobs, k):
    queue = jobs
    result = []
    clock = 0
    while len(queue) != 0:
        name, pages = queue.pop(0)
        if pages - k >= 0:
            rest = pages - k
            clock += k
            queue.append((name, rest))
        else:
            clock += pages
            result.append((name, clock))
    return result
