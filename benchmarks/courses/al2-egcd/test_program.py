from program import extended_gcd, inverse


def test_base():
    assert extended_gcd(6, 0) == (6, 1, 0)


def test_identity():
    g, x, y = extended_gcd(240, 46)
    assert g == 2 and 240 * x + 46 * y == 2


def test_gcd_value():
    assert extended_gcd(35, 21)[0] == 7


def test_inverse_three():
    assert inverse(3, 11) == 4


def test_inverse_ten():
    assert inverse(10, 17) == 12


def test_no_inverse():
    assert inverse(6, 9) is None
