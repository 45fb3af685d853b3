from program import steps_around


def test_whole_round():
    assert steps_around(6, 6) == 1


def test_two_rounds():
    assert steps_around(5, 10) == 1


def test_half_round():
    assert steps_around(8, 4) == 2


def test_three_of_eight():
    assert steps_around(8, 3) == 8


def test_four_of_ten():
    assert steps_around(10, 4) == 5
