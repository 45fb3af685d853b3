from program import count_value


def test_none():
    assert count_value([[1, 2]], 3) == 0


def test_some():
    assert count_value([[1, 2], [2, 2]], 2) == 3


def test_empty():
    assert count_value([], 2) == 0
