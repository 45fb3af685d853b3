class Robot:
    """A robot on a grid. It starts at (0, 0) and looks to the north.

    >>> r = Robot()
    >>> r.drive("FFRF")
    (1, 2)
    >>> r.drive("LF")
    (1, 3)
    """

    def __init__(self):
        self.x = 0
        self.y = 0
        self.heading = 0

    def drive(self, orders):
        steps = [(0, 1), (1, 0), (0, -1), (-1, 0)]
        for order in orders:
            if order == "R":
                self.heading = (self.heading + 1) % 4
            elif order == "L":
                self.heading = (self.heading + 1) % 4
            else:
                dx, dy = steps[self.heading]
                self.x += dx
                self.y += dy
        return (self.x, self.y)
