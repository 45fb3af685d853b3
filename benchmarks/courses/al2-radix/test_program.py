from program import radix_sort


def test_empty():
    assert radix_sort([]) == []


def test_mixed():
    assert radix_sort([170, 45, 75, 90, 802, 24, 2, 66]) == [2, 24, 45, 66, 75, 90, 170, 802]


def test_hundred():
    assert radix_sort([100, 20, 3]) == [3, 20, 100]


def test_ten():
    assert radix_sort([10, 9, 8]) == [8, 9, 10]


def test_zeros():
    assert radix_sort([0, 5, 0]) == [0, 0, 5]
