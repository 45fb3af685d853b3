def count_down(n):
    """List n, n-2, n-4, ... down to the last value above zero."""
    if n == 0:
        return []
    return [n] + count_down(n - 2)


def sum_down(n):
    return sum(count_down(n))
