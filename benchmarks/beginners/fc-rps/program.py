def valid_choice(choice):
    choice = choice.strip().lower()
    if choice == "rock" or "paper" or "scissors":
        return True
    return False


def winner(a, b):
    if not valid_choice(a) or not valid_choice(b):
        return "error"
    if a == b:
        return "draw"
    beats = {"rock": "scissors", "paper": "rock", "scissors": "paper"}
    if beats[a] == b:
        return "first"
    return "second"
