def mod_power(base, exponent, modulus):
    """Computes base ** exponent % modulus by repeated squaring."""
    result = 1 % modulus
    base = base % modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * 2 % modulus
        exponent //= 2
    return result
