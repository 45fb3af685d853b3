class TrafficLight:
    ORDER = ["red", "green", "yellow"]
    TIMES = {"red": 4, "green": 3, "yellow": 1}

    def __init__(self, color="red"):
        self.color = color
        self.timer = self.TIMES[color]

    def tick(self):
        self.timer -= 1
        if self.timer == 0:
            i = self.ORDER.index(self.color)
            self.color = self.ORDER[i + 1]
            self.timer = self.TIMES[self.color]


class Road:
    def __init__(self, light):
        self.light = light
        self.cars = 0
        self.passed = 0

    def arrive(self, n=1):
        self.cars += n

    def tick(self):
        if self.light.color == "green" and self.cars > 0:
            self.cars -= 1
            self.passed += 1
        self.light.tick()


def simulate(ticks, cars):
    road = Road(TrafficLight())
    road.arrive(cars)
    colors = []
    for _ in range(ticks):
        colors.append(road.light.color)
        road.tick()
    return colors, road.passed
