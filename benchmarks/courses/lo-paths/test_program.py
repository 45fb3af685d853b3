from program import count_ways


def test_home():
    assert count_ways(0, 0) == 1


def test_edge():
    assert count_ways(0, 3) == 1


def test_one():
    assert count_ways(1, 1) == 2


def test_two():
    assert count_ways(2, 2) == 6


def test_rectangle():
    assert count_ways(2, 3) == 10
