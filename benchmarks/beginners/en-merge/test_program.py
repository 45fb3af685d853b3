from program import merge, merge_all


def test_empty():
    assert merge([], [1]) == [1]


def test_in_order():
    assert merge([1, 2], [3]) == [1, 2, 3]


def test_one_each():
    assert merge([2], [1]) == [1, 2]


def test_mixed():
    assert merge([4, 9], [1, 2, 3]) == [1, 2, 3, 4, 9]


def test_all():
    assert merge_all([[5], [1, 2, 4], [3]]) == [1, 2, 3, 4, 5]
