class Wallet:
    """Money for a trip."""

    def __init__(self, cents):
        self.cents = cents
        self.spent = 0

    def pay(self, price):
        if price < self.cents:
            self.cents -= price
            self.spent += price
            return True
        return False


def shop(start, prices):
    """Pay for each thing that there is enough money for, and return what is left.

    >>> shop(50, [20, 30])
    0
    >>> shop(50, [20, 40])
    30
    """
    wallet = Wallet(start)
    for price in prices:
        wallet.pay(price)
    return wallet.cents
