def countdown(number):
    if number < 0:
        return None
    print(number)
    return countdown(number - 1)
