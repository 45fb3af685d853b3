from program import find


def test_empty():
    assert find([], 3) == -1


def test_middle():
    assert find([1, 3, 5], 3) == 1


def test_first():
    assert find([1, 3, 5], 1) == 0


def test_last():
    assert find([1, 3, 5], 5) == 2


def test_missing():
    assert find([1, 3, 5], 9) == -1
