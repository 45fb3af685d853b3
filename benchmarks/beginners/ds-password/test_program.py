from program import password_ok


def test_good():
    assert password_ok("Secret123") is True


def test_no_capital():
    assert password_ok("secret123") is False


def test_no_digit():
    assert password_ok("Secretword") is False


def test_short():
    assert password_ok("Ab1") is False


def test_blank():
    assert password_ok("Secret 123") is False
