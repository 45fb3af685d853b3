from program import pages_with


def test_empty():
    assert pages_with([], 2, "a") == []


def test_every_page():
    assert pages_with(["a", "b", "a"], 2, "a") == [1, 2]


def test_one_page():
    assert pages_with(["a", "b"], 5, "b") == [1]


def test_second_only():
    assert pages_with(["a", "b", "c", "d"], 2, "d") == [2]


def test_never():
    assert pages_with(["a", "b"], 1, "z") == []
