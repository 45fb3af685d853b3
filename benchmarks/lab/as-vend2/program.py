class Machine:
    coins = (200, 100, 50, 20, 10, 5)

    def __init__(self, items):
        self.items = dict(items)
        self.total = 0

    def money(self):
        return self.total

    def insert(self, coin):
        ok = coin in self.coins
        if ok:
            self.total += coin
        return ok

    def buy(self, slot):
        item = self.items.get(slot)
        if item is None:
            return "unknown"
        price, number = item
        if number < 1:
            return "empty"
        elif price > self.total:
            return "more money"
        else:
            self.total -= price
            number -= 1
            return "sold"

    def refund(self):
        back = []
        for coin in self.coins:
            count, self.total = divmod(self.total, coin)
            back += [coin] * count
        return back
