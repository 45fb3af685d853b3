def is_even(number):
    return number % 2 == 0

def count_even(numbers):
    count = 0
    for number in numbers:
        if is_even(number):
            count += 1
    return count
