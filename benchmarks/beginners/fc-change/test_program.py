from program import make_change


def test_zero():
    assert make_change(0) == {}


def test_exact():
    assert make_change(50) == {50: 1}


def test_several():
    assert make_change(88) == {50: 1, 20: 1, 10: 1, 5: 1, 2: 1, 1: 1}


def test_double():
    assert make_change(40) == {20: 2}
