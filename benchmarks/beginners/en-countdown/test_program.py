from program import count_down, sum_down


def test_zero():
    assert count_down(0) == []


def test_even():
    assert count_down(6) == [6, 4, 2]


def test_odd():
    assert count_down(5) == [5, 3, 1]


def test_sum_even():
    assert sum_down(4) == 6


def test_sum_odd():
    assert sum_down(3) == 4
