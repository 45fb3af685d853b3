class DisjointSet:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        while self.parent[x] != x:
            x = self.parent[x]
        return x

    def union(self, a, b):
        ra = self.find(a)
        rb = self.find(b)
        if ra == rb:
            return False
        self.parent[a] = rb
        return True


def components(n, edges):
    ds = DisjointSet(n)
    count = n
    for a, b in edges:
        if ds.union(a, b):
            count -= 1
    return count
