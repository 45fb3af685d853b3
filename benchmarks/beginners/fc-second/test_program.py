from program import second_largest


def test_descending():
    assert second_largest([9, 7, 3]) == 7


def test_ascending():
    assert second_largest([1, 2, 3]) == 2


def test_equal():
    assert second_largest([4, 4]) is None


def test_mixed():
    assert second_largest([5, 1, 8, 6, 10]) == 8
