def count_letters(word):
    counts = {}
    for c in word:
        if c not in counts:
            counts[c] = 0
        counts[c] += 1
    return counts


def feedback(secret, guess):
    secret, guess = secret.upper(), guess.upper()
    counts = count_letters(secret)
    marks = {}
    for i, c in enumerate(guess):
        if secret[i] == c:
            marks[i] = "G"
            counts[c] -= 1
    for i, c in enumerate(guess):
        if i in marks:
            continue
        if counts.get(c) > 0:
            marks[i] = "Y"
            counts[c] -= 1
        else:
            marks[i] = "-"
    return "".join(marks[i] for i in sorted(marks))
