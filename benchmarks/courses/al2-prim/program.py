import heapq


def prim(graph, start):
    """Weight of the minimum spanning tree; graph[node] = {neighbour: weight}."""
    in_tree = set()
    heap = [(0, start)]
    total = 0
    while heap:
        weight, node = heapq.heappop(heap)
        if node in in_tree:
            continue
        in_tree.add(node)
        total += weight
        for other, w in graph[node].items():
            if other not in in_tree:
                heapq.heappush(heap, (weight + w, other))
    return total
