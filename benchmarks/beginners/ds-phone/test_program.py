from program import normalize_phone


def test_plain():
    assert normalize_phone("5551234567") == "555-123-4567"


def test_parens():
    assert normalize_phone("(555) 123.4567") == "555-123-4567"


def test_country():
    assert normalize_phone("1-555-123-4567") == "555-123-4567"


def test_plus():
    assert normalize_phone("+1 555 123 4567") == "555-123-4567"


def test_short():
    assert normalize_phone("12345") is None
