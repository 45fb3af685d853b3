def print_queue(jobs, k):
    # the front of the queue is the right end of the list!
    queue = []
    for job in jobs:
        queue.insert(0, job)
    output = []
    minutes = 0
    while queue != []:
        job = queue.pop()
        if job[1] > k:
            minutes += k
            queue.append((job[0], job[1] - k))
        else:
            minutes += job[1]
            output.append((job[0], minutes))
    return output
