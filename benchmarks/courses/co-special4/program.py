def sum_of_digits(n):
    total = 0
    while n > 9:
        digit = n % 10
        total = total + digit
        n = n // 10
    return total

def is_prime(n):
    if n <= 1:
        return False
    i = 2
    while i < n:
        if n % i == 0:
            return False
        i = i + 1
    return True

def count_special(low, high):
    how_many = 0
    for n in range(low, high + 1):
        q = sum_of_digits(n)
        if is_prime(n) and is_prime(q):
            how_many = how_many + 1
    return how_many
