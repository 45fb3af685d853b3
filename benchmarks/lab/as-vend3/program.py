class Machine:
    """A vending machine. The balance is kept in euros."""

    def __init__(self, items):
        self.slots = {slot: list(item) for slot, item in items.items()}
        self.euros = 0.0

    def money(self):
        return round(self.euros * 100)

    def insert(self, coin):
        if coin not in (5, 10, 20, 50, 100, 200):
            return False
        self.euros += coin / 100
        return True

    def buy(self, slot):
        if slot not in self.slots:
            return "unknown"
        price, left = self.slots[slot]
        if left == 0:
            return "empty"
        if self.money() < price:
            return "more money"
        self.euros -= price / 100
        self.slots[slot][1] -= 1
        return "sold"

    def refund(self):
        cents = int(self.euros * 100)
        self.euros = 0.0
        result = []
        for coin in [200, 100, 50, 20, 10, 5]:
            while cents >= coin:
                cents -= coin
                result.append(coin)
        return result
