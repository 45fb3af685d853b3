class Account:
    """A simple bank account."""

    history = []

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("in", amount))

    def withdraw(self, amount):
        if amount < self.balance:
            self.balance -= amount
            self.history.append(("out", amount))
            return True
        return False

    def __str__(self):
        return f"{self.owner}: {self.balance}"


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, owner, balance=0):
        if owner in self.accounts:
            return None
        account = Account(owner, balance)
        self.accounts[owner] = account
        return account

    def transfer(self, giver, receiver, amount):
        source = self.accounts[giver]
        target = self.accounts[receiver]
        if source.withdraw(amount):
            source.deposit(amount)
            return True
        return False

    def total(self):
        return sum(a.balance for a in self.accounts.values())
