class Person:
    def __init__(self, name, start, goal):
        self.name = name
        self.start = start
        self.goal = goal


class Elevator:
    """Goes up to the top and down again, one floor a step."""

    def __init__(self, floors, capacity):
        self.floors = floors
        self.capacity = capacity
        self.floor = 0
        self.direction = 1
        self.inside = []
        self.waiting = []
        self.arrived = []

    def call(self, name, start, goal):
        self.waiting.append(Person(name, start, goal))

    def unload(self):
        staying = []
        for p in self.inside:
            if p.goal == self.floor:
                self.arrived.append(p.name)
                staying.append(p)
        self.inside = staying

    def load(self):
        for p in self.waiting[:]:
            if p.start == self.floor and len(self.inside) < self.capacity:
                self.inside.append(p)
                self.waiting.remove(p)

    def step(self):
        self.unload()
        self.load()
        self.floor += self.direction
        if self.floor == self.floors:
            self.direction = -1
        elif self.floor == 0:
            self.direction = 1

    def run(self, steps):
        for _ in range(steps):
            self.step()
        return self.arrived
