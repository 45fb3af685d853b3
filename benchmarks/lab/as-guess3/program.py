def feedback(secret, guess):
    secret = secret.lower()
    guess = guess.lower()
    rest = ""
    for a, b in zip(secret, guess):
        if a != b:
            rest += a
    answer = ""
    for a, b in zip(secret, guess):
        if a == b:
            answer += "G"
        elif b in rest:
            answer += "Y"
            rest = rest.replace(b, "")
        else:
            answer += "-"
    return answer
