from program import heapify, descending


def test_empty():
    assert descending([]) == []


def test_two():
    assert descending([1, 2]) == [2, 1]


def test_min_on_top():
    assert heapify([9, 1, 5])[0] == 1


def test_three():
    assert descending([3, 1, 2]) == [3, 2, 1]


def test_many():
    assert descending([5, 3, 8, 1, 9, 2]) == [9, 8, 5, 3, 2, 1]
