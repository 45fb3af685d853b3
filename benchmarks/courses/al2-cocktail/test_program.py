from program import cocktail_sort


def test_empty():
    assert cocktail_sort([]) == []


def test_pair():
    assert cocktail_sort([2, 1]) == [1, 2]


def test_three():
    assert cocktail_sort([3, 2, 1]) == [1, 2, 3]


def test_five():
    assert cocktail_sort([5, 1, 4, 2, 8]) == [1, 2, 4, 5, 8]


def test_smallest_last():
    assert cocktail_sort([4, 5, 6, 7, 1]) == [1, 4, 5, 6, 7]


def test_six():
    assert cocktail_sort([6, 5, 4, 3, 2, 1]) == [1, 2, 3, 4, 5, 6]
