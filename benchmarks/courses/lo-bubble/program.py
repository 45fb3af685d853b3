def sort_cards(cards):
    cards = cards[:]
    swapped = True
    while swapped == True:
        swapped = False
        for i in range(len(cards) - 1):
            if cards[i] >= cards[i + 1]:
                h = cards[i]
                cards[i] = cards[i + 1]
                cards[i + 1] = h
                swapped = True
    return cards
