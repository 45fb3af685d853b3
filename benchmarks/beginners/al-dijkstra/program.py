import heapq


def dijkstra(graph, source):
    dist = {source: 0}
    heap = [(0, source)]
    done = set()
    while heap:
        d, u = heapq.heappop(heap)
        if u in done:
            continue
        done.add(u)
        for v, w in graph.get(u, []):
            new = d + w
            if v not in dist or new < dist[v]:
                dist[v] = new
                heapq.heappush(heap, (v, new))
    return dist
