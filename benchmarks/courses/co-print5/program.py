def print_queue(jobs, k):
    waiting = [[name, pages] for name, pages in jobs]
    time = 0
    ready = []
    while True:
        if len(waiting) == 0:
            break
        current = waiting[0]
        waiting = waiting[1:]
        finished = current[1] <= k
        if finished:
            time = time + current[1]
            ready.append((current[0], time))
        if not finished:
            current[1] = current[1] - k
            waiting.append(current)
        #print(waiting, time)
    return ready
