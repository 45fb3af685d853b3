class Item:
    def __init__(self, name, price, quantity, days):
        self.name = name
        self.price = price
        self.quantity = quantity
        self.days = days

    def value(self):
        return self.price * self.quantity


class Inventory:
    def __init__(self):
        self.items = {}

    def add(self, name, price, quantity, days=30):
        if name in self.items:
            self.items[name].quantity += quantity
        else:
            self.items[name] = Item(name, price, quantity, days)

    def sell(self, name, quantity):
        item = self.items.get(name)
        if item is None or item.quantity < quantity:
            return 0
        item.quantity -= quantity
        return item.price * quantity

    def next_day(self):
        for item in self.items.values():
            item.days -= 1
        self.remove_expired()

    def remove_expired(self):
        for name in self.items:
            if self.items[name].days <= 0:
                del self.items[name]

    def total_value(self):
        total = 0
        for item in self.items.values():
            total = item.value()
        return total

    def cheapest(self):
        if not self.items:
            return None
        return min(self.items.values(), key=lambda i: i.name).name
