from average import average


def test_two_numbers():
    assert average([2, 4]) == 3


def test_three_numbers():
    assert average([10, 20, 60]) == 30


def test_zero_comes_first():
    assert average([0, 3, 9]) == 4
