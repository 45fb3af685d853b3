def factorial(n):
    result = 1
    for factor in range(1, n + 1):
        result *= factor
    return result
