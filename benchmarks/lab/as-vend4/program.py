class Machine:
    def __init__(self, items):
        self.prices = {s: p for s, (p, n) in items.items()}
        self.left = {s: n for s, (p, n) in items.items()}
        self.coins = []
        self.spent = 0

    def money(self):
        return sum(self.coins) - self.spent

    def insert(self, coin):
        if coin in [5, 10, 20, 50, 100, 200]:
            self.coins.append(coin)
            return True
        else:
            return False

    def buy(self, slot):
        answer = 'sold'
        if slot not in self.prices:
            answer = 'unknown'
        elif self.left[slot] == 0:
            answer = 'empty'
        if self.money() < self.prices[slot]:
            answer = 'more money'
        else:
            self.left[slot] -= 1
            self.spent += self.prices[slot]
        return answer

    def refund(self):
        change = self.money()
        out = []
        for coin in sorted([5, 10, 20, 50, 100, 200], reverse=True):
            out.extend([coin] * (change // coin))
            change %= coin
        self.coins = []
        self.spent = 0
        return out
