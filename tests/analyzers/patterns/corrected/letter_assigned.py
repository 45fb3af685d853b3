def hide(word):
    hidden = list(word.lower())
    for index in range(len(hidden)):
        hidden[index] = "*"
    return "".join(hidden)
