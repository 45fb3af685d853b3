from power import power


def test_two_to_the_third():
    assert power(2, 3) == 8


def test_five_to_the_first():
    assert power(5, 1) == 5


def test_anything_to_the_zeroth():
    assert power(7, 0) == 1
