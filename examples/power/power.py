def power(base, exponent):
    """Return the base multiplied with itself exponent times, for example 8 for power(2, 3)."""
    if exponent == 1:
        return base
    return base * power(base, exponent - 1)
