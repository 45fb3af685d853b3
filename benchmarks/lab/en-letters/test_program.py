from program import flatten


def test_number():
    assert flatten(5) == [5]


def test_flat():
    assert flatten([1, 2, 3]) == [1, 2, 3]


def test_deep():
    assert flatten([1, (2, [3, [4]]), []]) == [1, 2, 3, 4]


def test_text():
    assert flatten("ab") == ["ab"]


def test_texts():
    assert flatten(["ab", ["c", 4]]) == ["ab", "c", 4]
