def is_prime(n):
    prime = True
    if n < 1:
        prime = False
    for t in range(2, n):
        if n % t == 0:
            prime = False
    return prime

def digit_sum(n):
    s = 0
    for c in str(n):
        s = s + int(c)
    return s

def count_special(low, high):
    count = 0
    for number in range(low, high + 1):
        if is_prime(number) == True:
            if is_prime(digit_sum(number)) == True:
                count = count + 1
    return count
