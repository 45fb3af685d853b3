from program import count_special


def test_to_ten():
    assert count_special(2, 10) == 4


def test_from_zero():
    assert count_special(0, 1) == 0
    assert count_special(0, 3) == 2


def test_ten_to_thirty():
    assert count_special(10, 30) == 3


def test_ends_count():
    assert count_special(23, 23) == 1
    assert count_special(12, 29) == 2


def test_no_primes():
    assert count_special(24, 28) == 0


def test_wrong_digit_sum():
    assert count_special(13, 19) == 0
    assert count_special(31, 37) == 0


def test_composite():
    assert count_special(20, 22) == 0
    assert count_special(12, 12) == 0


def test_hundred():
    assert count_special(50, 100) == 4
