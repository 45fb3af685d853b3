class ParkingLot:
    def __init__(self, places, price):
        self.spots = [None] * places
        self.price = price
        self.income = 0
        self.arrival = {}

    def free(self):
        return self.spots.count(None)

    def park(self, plate, minute):
        """Put the car on the first free spot, return its number."""
        if plate in self.arrival:
            return None
        for i in range(len(self.spots)):
            if self.spots[i] is None:
                self.spots[i] = plate
                self.arrival[plate] = minute
                return i
            return None

    def leave(self, plate, minute):
        """Free the spot and return the fee for every started hour."""
        if plate not in self.arrival:
            return 0
        stay = minute - self.arrival.pop(plate)
        hours = stay // 60
        fee = hours * self.price
        self.income += fee
        self.spots[self.spots.index(plate)] = None
        return fee

    def find(self, plate):
        if plate in self.spots:
            return self.spots.index(plate)
        return -1

    def plates(self):
        return sorted(self.arrival)
