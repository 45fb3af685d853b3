def extended_gcd(a, b):
    """Returns (g, x, y) with a * x + b * y == g."""
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x + (a // b) * y


def inverse(a, m):
    g, x, _ = extended_gcd(a, m)
    if g != 1:
        return None
    return x % m
