def normalize_phone(text):
    """Return the ten digits of a US phone number as 'AAA-BBB-CCCC'.

    Blanks, dots, dashes and parentheses are ignored, a leading country
    code 1 is dropped. Return None if ten digits do not remain.

    >>> normalize_phone("(555) 123.4567")
    '555-123-4567'
    >>> normalize_phone("+1 555 123 4567")
    '555-123-4567'
    """
    digits = ""
    for ch in text:
        if ch.isdigit():
            digits += ch
    if len(digits) == 11 and text[0] == "1":
        digits = digits[1:]
    if len(digits) != 10:
        return None
    return digits[:3] + "-" + digits[3:6] + "-" + digits[6:]
