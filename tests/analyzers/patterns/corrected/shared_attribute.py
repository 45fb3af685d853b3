class Dog:
    def __init__(self):
        self.tricks = []

    def learn(self, trick):
        self.tricks.append(trick)
