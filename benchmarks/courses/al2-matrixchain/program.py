def matrix_chain(dims):
    """Fewest multiplications for a chain of matrices; matrix i is dims[i] x dims[i + 1]."""
    n = len(dims) - 1
    cost = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            best = None
            for k in range(i, j):
                c = cost[i][k] + cost[k + 1][j] + dims[i] * dims[k] * dims[j + 1]
                if best is None or c < best:
                    best = c
            cost[i][j] = best
    return cost[0][n - 1]
