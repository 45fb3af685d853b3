class Customer:
    def __init__(self, arrival, items):
        self.arrival = arrival
        self.items = items
        self.start = None


class Checkout:
    """One cash desk; every item takes one tick."""

    def __init__(self):
        self.queue = []
        self.current = None
        self.left = 0
        self.served = []

    def tick(self, now):
        if self.current is None and self.queue:
            self.current = self.queue.pop(0)
            self.current.start = now
            self.left = self.current.items
        if self.current is not None:
            self.left -= 1
            if self.left == 0:
                self.served.append(self.current)
                self.current = None


def simulate(customers, desks, ticks):
    """customers: list of (arrival, items). Returns the desks."""
    lanes = [Checkout()] * desks
    for now in range(ticks):
        for arrival, items in customers:
            if arrival == now:
                lane = min(lanes, key=lambda d: len(d.queue))
                lane.queue.append(Customer(arrival, items))
        for lane in lanes:
            lane.tick(now)
    return lanes


def waits(lanes):
    result = []
    for lane in lanes:
        for c in lane.served:
            result.append(c.start - c.arrival)
    return result


def average_wait(lanes):
    w = waits(lanes)
    if not w:
        return 0
    return sum(w) / len(lanes)
