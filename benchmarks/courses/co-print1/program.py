def print_queue(jobs, k):
    queue = []
    for j in jobs:
        queue.append(j)
    done = []
    clock = 0
    while len(queue) > 0:
        first = queue.pop(0)
        name = first[0]
        pages = first[1]
        if pages <= k:
            clock = clock + k
            done.append((name, clock))
        else:
            clock = clock + k
            pages = pages - k
            queue.append((name, pages))
    return done
