from program import reduce_fraction


def test_zero():
    assert reduce_fraction(0, 5) == "0/5"


def test_half():
    assert reduce_fraction(4, 8) == "1/2"


def test_no_change():
    assert reduce_fraction(3, 7) == "3/7"


def test_twelve():
    assert reduce_fraction(12, 18) == "2/3"
