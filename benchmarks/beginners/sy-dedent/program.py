class Counter:
    def __init__(self):
        self.data = {}

    def add(self, word):
        if word in self.data:
            self.data[word] += 1
        else:
            self.data[word] = 1
      return self.data[word]

    def most(self):
        best = None
        for word in self.data:
            if best is None or self.data[word] > self.data[best]:
                best = word
        return best
