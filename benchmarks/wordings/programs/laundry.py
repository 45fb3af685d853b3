"""A laundry. Ten kilos are a lot:

>>> price(10)
14
"""


def price(kilos):
    """Up to 3 kilos cost 5 euros, up to 8 kilos 9 euros, and all above that 14 euros.

    >>> price(2)
    5
    """
    if kilos <= 8:
        return 9
    elif kilos <= 3:
        return 5
    return 14
