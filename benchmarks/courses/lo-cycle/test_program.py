from program import gift_circle


def test_self():
    assert gift_circle({"a": "a"}, "a") == 1


def test_self_in_group():
    assert gift_circle({"a": "b", "b": "a", "c": "c"}, "c") == 1


def test_pair():
    assert gift_circle({"a": "b", "b": "a"}, "a") == 2


def test_three():
    assert gift_circle({"a": "b", "b": "c", "c": "a"}, "b") == 3
