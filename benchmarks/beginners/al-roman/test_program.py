from program import roman_to_int


def test_single():
    assert roman_to_int("X") == 10


def test_four():
    assert roman_to_int("IV") == 4


def test_six():
    assert roman_to_int("VI") == 6


def test_three():
    assert roman_to_int("III") == 3


def test_year():
    assert roman_to_int("MCMXCIV") == 1994


def test_long():
    assert roman_to_int("XXVII") == 27
