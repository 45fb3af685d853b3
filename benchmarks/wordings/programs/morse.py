CODE = {"e": ".", "t": "-", "s": "...", "o": "---", "n": "-."}


def seconds(text):
    """How long a message takes: a dot one second, a dash three.

    >>> seconds("sos")
    15
    >>> seconds("ten")
    8
    """
    total = 0
    for letter in text:
        signs = CODE[letter]
        for sign in signs:
            if sign == ".":
                total += 1
            if sign == "-":
                total = 3
    return total
