def total(n):
    """Return the sum of all odd numbers up to n.

    >>> total(5)
    9
    >>> total(6)
    9
    """
    if n <= 0:
        return 0
    if n % 2 == 1:
        return n + total(n - 1)
    return n + total(n - 1)
