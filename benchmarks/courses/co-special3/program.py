def isPrime(num):
    if num == 0 or num == 1:
        return False
    for i in range(2, num//2 + 1):
        if num % i == 0:
            return False
    return True

def count_special(low, high):
    counter = 0
    for num in range(low, high):
        digits = list(str(num))
        total = 0
        for d in digits:
            total += int(d)
        if isPrime(num) and isPrime(total):
            counter += 1
    return counter
