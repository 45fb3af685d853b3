from collections import deque


def shortest_steps(maze, start, goal):
    """Steps from start to goal in a maze of '.' and '#', or -1."""
    rows = len(maze)
    cols = len(maze[0])
    dist = {start: 0}
    queue = deque([start])
    while queue:
        r, c = queue.pop()
        if (r, c) == goal:
            return dist[(r, c)]
        for dr, dc in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nr = r + dr
            nc = c + dc
            if nr < 0 or nr >= rows or nc < 0 or nc >= cols:
                continue
            if maze[nr][nc] == "#" or (nr, nc) in dist:
                continue
            dist[(nr, nc)] = dist[(r, c)] + 1
            queue.append((nr, nc))
    return -1
