class Robot:
    DIRECTIONS = [(0, 1), (1, 0), (0, -1), (-1, 0)]  # N E S W

    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.x = 0
        self.y = 0
        self.facing = 0
        self.bumps = 0

    def turn_left(self):
        self.facing = (self.facing + 1) % 4

    def turn_right(self):
        self.facing = (self.facing + 1) % 4

    def inside(self, x, y):
        return 0 <= x < self.width and 0 <= y < self.width

    def forward(self, steps=1):
        dx, dy = self.DIRECTIONS[self.facing]
        for _ in range(steps):
            nx = self.x + dx
            ny = self.y + dy
            if not self.inside(nx, ny):
                self.bumps += 1
                break
            self.x = nx
            self.y = ny

    def run(self, program):
        number = ""
        for c in program:
            if c.isdigit():
                number += c
                continue
            if c == "L":
                self.turn_left()
            elif c == "R":
                self.turn_right()
            elif c == "F":
                self.forward(int(number or "1"))
            number = ""
        return (self.x, self.y)
