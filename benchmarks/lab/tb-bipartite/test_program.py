from program import two_groups


def test_empty():
    assert two_groups({}) == {}


def test_pair():
    assert two_groups({"a": ["b"], "b": ["a"]}) == {"a": 0, "b": 1}


def test_triangle():
    assert two_groups({1: [2, 3], 2: [1, 3], 3: [1, 2]}) is None


def test_path():
    assert two_groups({1: [2], 2: [1, 3], 3: [2, 4], 4: [3]}) == {1: 0, 2: 1, 3: 0, 4: 1}


def test_apart():
    assert two_groups({1: [2], 2: [1], 3: [4], 4: [3]}) == {1: 0, 2: 1, 3: 0, 4: 1}


def test_square():
    assert two_groups({1: [2, 4], 2: [1, 3], 3: [2, 4], 4: [1, 3]}) == {1: 0, 2: 1, 3: 0, 4: 1}
