def power(base, n):
    if n == 0:
        return 1
    if n % 2 == 0:
        half = power(base, n // 2)
        return half * half
    return base * power(base, n)


def compound(amount, factor, years):
    return amount * power(factor, years)
