COINS = [200, 100, 50, 20, 10, 5]


class Machine:
    def __init__(self, items):
        self.price = {}
        self.number = {}
        for slot in items:
            self.price[slot] = items[slot][0]
            self.number[slot] = items[slot][1]
        self.balance = 0

    def money(self):
        return self.balance

    def insert(self, coin):
        if coin in COINS:
            self.balance = self.balance + coin
            return True
        return False

    def buy(self, slot):
        if slot not in self.price:
            return "unknown"
        if self.number[slot] == 0:
            return "empty"
        if self.balance < self.price[slot]:
            return "more money"
        self.balance = self.balance - self.price[slot]
        self.number[slot] = self.number[slot] - 1
        return "sold"

    def refund(self):
        self.balance = 0
        rest = self.balance
        coins = []
        for c in COINS:
            while rest >= c:
                coins.append(c)
                rest = rest - c
        return coins
