from program import digit_sum


def test_zero():
    assert digit_sum(0) == 0


def test_one_digit():
    assert digit_sum(7) == 7


def test_more_digits():
    assert digit_sum(1904) == 14


def test_below_zero():
    assert digit_sum(-25) == 7
