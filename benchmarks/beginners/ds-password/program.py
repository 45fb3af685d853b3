def password_ok(password):
    """Check a password by the rules of the school.

    It has at least 8 characters, contains at least one capital letter
    and at least one digit, and has no blank in it.

    >>> password_ok("Secret123")
    True
    >>> password_ok("secret123")
    False
    """
    if len(password) < 8 or " " in password:
        return False
    has_upper = False
    has_digit = False
    for ch in password:
        if ch.isupper():
            has_upper = True
        if ch.isdigit():
            has_digit = True
    if not has_upper and not has_digit:
        return False
    return True
