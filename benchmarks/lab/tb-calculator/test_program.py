from program import evaluate


def test_number():
    assert evaluate("42") == 42


def test_sum_and_product():
    assert evaluate("2 + 3 * 4") == 14


def test_brackets():
    assert evaluate("(2 + 3) * 4") == 20


def test_one_minus():
    assert evaluate("10 - 4") == 6


def test_two_minus():
    assert evaluate("9 - 3 - 2") == 4


def test_minus_and_plus():
    assert evaluate("8 - 6 / 2 + 1") == 6
