def feedback(secret, guess):
    secret = list(secret.lower())
    guess = list(guess.lower())
    n = len(guess)
    result = ["-" * n]
    # first the green ones
    for i in range(n):
        if guess[i] == secret[i]:
            result[i] = "G"
            secret[i] = "."
            guess[i] = "!"
    # then the yellow ones
    for i in range(n):
        if guess[i] in secret:
            result[i] = "Y"
            secret[secret.index(guess[i])] = "."
    return "".join(result)
