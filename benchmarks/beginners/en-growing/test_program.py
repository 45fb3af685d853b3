from program import with_opposites


def test_empty():
    assert with_opposites([]) == []


def test_zero():
    assert with_opposites([0]) == [0]


def test_two():
    assert with_opposites([1, -2]) == [1, -2, -1, 2]
