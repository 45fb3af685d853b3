from program import prim


def test_single():
    assert prim({"a": {}}, "a") == 0


def test_edge():
    assert prim({"a": {"b": 4}, "b": {"a": 4}}, "a") == 4


def test_path():
    assert prim({1: {2: 3}, 2: {1: 3, 3: 2}, 3: {2: 2}}, 1) == 5


def test_triangle():
    assert prim({1: {2: 1, 3: 5}, 2: {1: 1, 3: 2}, 3: {1: 5, 2: 2}}, 1) == 3


def test_star():
    assert prim({0: {1: 2, 2: 3, 3: 4}, 1: {0: 2}, 2: {0: 3}, 3: {0: 4}}, 0) == 9
