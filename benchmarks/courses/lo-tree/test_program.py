from program import tree_sort


def test_empty():
    assert tree_sort([]) == []


def test_left():
    assert tree_sort([3, 2, 1]) == [1, 2, 3]


def test_both():
    assert tree_sort([2, 1, 3]) == [1, 2, 3]


def test_right():
    assert tree_sort([1, 2, 3]) == [1, 2, 3]


def test_doubles():
    assert tree_sort([5, 5, 5, 1]) == [1, 5, 5, 5]
