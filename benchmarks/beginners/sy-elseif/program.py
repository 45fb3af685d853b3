def sign_word(n):
    if n > 0:
        return "positive"
    else if n < 0:
        return "negative"
    else:
        return "zero"


def describe(numbers):
    return [sign_word(n) for n in numbers]
