from program import transpose


def test_empty():
    assert transpose([]) == []


def test_one():
    assert transpose([[7]]) == [[7]]


def test_column():
    assert transpose([[1], [2]]) == [[1, 2]]


def test_wide():
    assert transpose([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]]
