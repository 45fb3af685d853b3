def perfect_shuffle(deck):
    """Cards of the first and the second half by turns; the first card stays on top."""
    half = len(deck) // 2
    mixed = [None] * len(deck)
    mixed[::2] = deck[:half]
    mixed[1::2] = deck[half:]
    return mixed


def shuffles_until_sorted(size):
    """Number of perfect shuffles that bring a deck back to its order."""
    start = list(range(size))
    deck = perfect_shuffle(start)
    count = 1
    while deck != start:
        deck = perfect_shuffle(deck)
        count += 1
    return count
