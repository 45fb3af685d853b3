from program import valid_ticket


def test_good():
    assert valid_ticket("AB123455") is True


def test_good_more():
    assert valid_ticket("QZ000000") is True
    assert valid_ticket("AA999995") is True
    assert valid_ticket("XY000011") is True


def test_small_letters():
    assert valid_ticket("aB123455") is False
    assert valid_ticket("Ab123455") is False


def test_digit_as_letter():
    assert valid_ticket("A1123455") is False
    assert valid_ticket("12123455") is False


def test_length():
    assert valid_ticket("AB12345") is False
    assert valid_ticket("AB1234555") is False
    assert valid_ticket("") is False


def test_letter_as_digit():
    assert valid_ticket("AB12x455") is False
    assert valid_ticket("AB-23455") is False


def test_letter_at_end():
    assert valid_ticket("AB12345x") is False


def test_checksum():
    assert valid_ticket("AB123456") is False
    assert valid_ticket("AB123451") is False
    assert valid_ticket("AB123450") is False
