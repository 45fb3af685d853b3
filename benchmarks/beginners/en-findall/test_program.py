from program import find_all


def test_none():
    assert find_all("hello", "z") == []


def test_one():
    assert find_all("hello", "h") == [0]


def test_two():
    assert find_all("hello", "l") == [2, 3]
