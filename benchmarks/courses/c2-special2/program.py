def check_prime(number):
    counter = 0
    for i in range(1, number + 1):
        if number % i == 0:
            counter = counter + 1
    if counter == 2:
        return True
    else:
        return False

def count_special(low, high):
    result = 0
    n = low
    while n < high:
        s = 0
        for digit in str(n):
            s = s + int(digit)
        a = check_prime(n)
        b = check_prime(n)
        if a and b:
            result = result + 1
        n = n + 1
    return result
