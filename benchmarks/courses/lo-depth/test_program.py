from program import depth


def test_empty():
    assert depth([]) == 1


def test_flat():
    assert depth([1, 2, 3]) == 1


def test_two():
    assert depth([1, [2]]) == 2


def test_three():
    assert depth([[1], [[2], 3]]) == 3
