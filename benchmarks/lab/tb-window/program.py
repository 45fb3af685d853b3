from collections import deque


def window_maxima(values, size):
    """Largest value of each window of so many neighbours."""
    queue = deque()
    maxima = []
    for i, value in enumerate(values):
        while queue and values[queue[-1]] <= value:
            queue.pop()
        queue.append(i)
        if queue[-1] <= i - size:
            queue.popleft()
        if i >= size - 1:
            maxima.append(values[queue[0]])
    return maxima
