from program import ways_up


def test_none():
    assert ways_up(0) == 1


def test_one():
    assert ways_up(1) == 1


def test_two():
    assert ways_up(2) == 2


def test_three():
    assert ways_up(3) == 3


def test_ten():
    assert ways_up(10) == 89
