def sign(number):
    if number > 0:
        return "plus"
    elif number < 0:
        return "minus"
    else:
        return "zero"
