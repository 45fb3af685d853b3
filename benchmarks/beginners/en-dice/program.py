def race(rolls, goal):
    """Two players roll in turn; the rolls are used again and again.

    Returns the winner (0 or 1) and the number of rounds.
    """
    scores = [0, 0]
    rounds = 0
    winner = None
    k = 0
    while winner is None:
        rounds += 1
        for player in range(2):
            scores[player] += rolls[k % len(rolls)]
            k += 1
            if scores[player] >= goal:
                break
    return winner, rounds


def rounds_needed(rolls, goals):
    return [race(rolls, g)[1] for g in goals]
