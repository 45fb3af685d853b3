class Fenwick:
    def __init__(self, size):
        self.size = size
        self.tree = [0] * (size + 1)

    def add(self, index, amount):
        """index counts from 0"""
        i = index + 1
        while i <= self.size:
            self.tree[i] += amount
            i += i & -i

    def prefix(self, count):
        """sum of the first count values"""
        total = 0
        i = count
        while i > 0:
            total += self.tree[i]
            i -= i & -i
        return total

    def between(self, left, right):
        """sum of the values left..right, both included"""
        return self.prefix(right) - self.prefix(left)
