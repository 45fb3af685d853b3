class Kennel:
    """Dogs, and who sleeps where."""

    def __init__(self):
        self.places = {}

    def add(self, dog, room):
        self.places[room] = dog

    def count(self, room):
        guests = [dog for dog in self.places if self.places[dog] == room]
        return len(guests)


def guests(pairs, room):
    """Return how many dogs sleep in a room.

    >>> guests([("Rex", 1), ("Bella", 1), ("Fido", 2)], 1)
    2
    >>> guests([("Rex", 1)], 2)
    0
    """
    kennel = Kennel()
    for dog, place in pairs:
        kennel.add(dog, place)
    return kennel.count(room)
