from collections import deque

def print_queue(jobs, k):
    q = deque(jobs)
    t = 0
    finished = []
    while q:
        name, pages = q.popleft()
        if pages >= k:
            t += k
            q.append((name, pages - k))
        else:
            t += pages
            finished.append((name, t))
    return finished
