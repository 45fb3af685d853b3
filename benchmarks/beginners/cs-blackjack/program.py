class Card:
    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def points(self):
        if self.rank in ("J", "Q", "K"):
            return 10
        if self.rank == "A":
            return 11
        return int(self.rank)

    def __repr__(self):
        return self.rank + self.suit


class Hand:
    def __init__(self):
        self.cards = []

    def take(self, text):
        """Add a card given as a text like '10H' or 'QS'."""
        self.cards.append(Card(text[0], text[1]))
        return self

    def value(self):
        total = sum(c.points() for c in self.cards)
        aces = len([c for c in self.cards if c.rank == "A"])
        if total > 21 and aces > 0:
            total -= 10
            aces -= 1
        return total

    def is_bust(self):
        return self.value() > 21

    def is_blackjack(self):
        return len(self.cards) == 2 and self.value() == 21


def winner(player, dealer):
    if player.is_bust():
        return "dealer"
    if player.value() > dealer.value():
        return "player"
    if player.value() == dealer.value():
        return "push"
    return "dealer"


def hand(text):
    h = Hand()
    for part in text.split():
        h.take(part)
    return h
