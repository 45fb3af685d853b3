class SegmentTree:
    """Minimum of any part of a list, with changes of single values."""

    def __init__(self, values):
        self.n = len(values)
        self.tree = [None] * self.n + list(values)
        for i in range(self.n - 1, 0, -1):
            self.tree[i] = min(self.tree[2 * i], self.tree[2 * i + 1])

    def update(self, i, value):
        i += self.n
        self.tree[i] = value
        while i > 1:
            i //= 2
            self.tree[i] = min(self.tree[i], value)

    def minimum(self, left, right):
        """Smallest value from left up to, but not including, right."""
        best = float("inf")
        left += self.n
        right += self.n
        while left < right:
            if left % 2 == 1:
                best = min(best, self.tree[left])
                left += 1
            if right % 2 == 1:
                right -= 1
                best = min(best, self.tree[right])
            left //= 2
            right //= 2
        return best
