from program import mod_power


def test_zero():
    assert mod_power(5, 0, 7) == 1


def test_one():
    assert mod_power(5, 1, 7) == 5


def test_two_squared():
    assert mod_power(2, 2, 100) == 4


def test_small():
    assert mod_power(3, 4, 50) == 31


def test_big():
    assert mod_power(7, 130, 1009) == 7 ** 130 % 1009


def test_modulus_one():
    assert mod_power(9, 3, 1) == 0
