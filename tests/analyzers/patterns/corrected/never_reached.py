def double(number):
    number = number * 2
    return number
