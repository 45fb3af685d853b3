def count_to(last):
    number = 1
    while number <= last:
        print(number)
        number += 1
    return number
