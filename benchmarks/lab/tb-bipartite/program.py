from collections import deque


def two_groups(graph):
    """{node: 0 or 1} so that neighbours differ, or None; graph[node] = list of neighbours."""
    colour = {}
    for start in graph:
        if start in colour:
            continue
        colour[start] = 0
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other in graph[node]:
                if other not in colour:
                    colour[other] = 1 - colour[start]
                    queue.append(other)
                elif colour[other] == colour[node]:
                    return None
    return colour
