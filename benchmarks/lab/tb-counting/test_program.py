from program import counting_sort


def test_empty():
    assert counting_sort([], len, 5) == []


def test_numbers():
    assert counting_sort([3, 1, 2, 0], int, 3) == [0, 1, 2, 3]


def test_equal_numbers():
    assert counting_sort([2, 0, 2, 1, 0], int, 2) == [0, 0, 1, 2, 2]


def test_words_by_length():
    assert counting_sort(["ccc", "a", "bb"], len, 3) == ["a", "bb", "ccc"]


def test_stable():
    assert counting_sort(["to", "a", "be", "or", "i"], len, 2) == ["a", "i", "to", "be", "or"]
