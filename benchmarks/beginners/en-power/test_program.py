from program import power, compound


def test_zero():
    assert power(7, 0) == 1


def test_one():
    assert power(7, 1) == 7


def test_ten():
    assert power(2, 10) == 1024


def test_compound_zero():
    assert compound(50, 2, 0) == 50


def test_compound():
    assert compound(50, 2, 3) == 400
