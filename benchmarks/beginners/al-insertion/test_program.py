from program import insertion_sort


def test_empty():
    assert insertion_sort([]) == []


def test_already():
    assert insertion_sort([1, 2, 3]) == [1, 2, 3]


def test_two():
    assert insertion_sort([2, 1]) == [1, 2]


def test_reverse():
    assert insertion_sort([5, 4, 3, 2, 1]) == [1, 2, 3, 4, 5]


def test_first_small():
    assert insertion_sort([0, 9, 3, 7]) == [0, 3, 7, 9]
