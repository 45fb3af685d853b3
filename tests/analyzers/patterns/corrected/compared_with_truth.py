def is_three(number):
    return number == 3
