def count_special(low, high):
    amount = 0
    for n in range(low, high + 1):
        divisors = 0
        for k in range(1, n + 1):
            if n % k == 0:
                divisors += 1
        cross = 0
        for letter in str(n):
            cross += int(letter)
        divisors2 = 0
        for k in range(1, cross + 1):
            if cross % k == 0:
                divisors2 += 1
        if divisors == 2 or divisors2 == 2:
            amount += 1
    return amount
