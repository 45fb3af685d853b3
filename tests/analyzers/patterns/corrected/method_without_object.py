class Dog:
    def bark(self):
        return "wuff"
