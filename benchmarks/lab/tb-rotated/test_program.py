from program import search_rotated


def test_empty():
    assert search_rotated([], 3) == -1


def test_not_rotated():
    assert search_rotated([1, 3, 5, 7, 9], 7) == 3
    assert search_rotated([1, 3, 5, 7, 9], 1) == 0


def test_in_left_part():
    assert search_rotated([6, 7, 8, 1, 2, 3], 7) == 1


def test_in_right_part():
    assert search_rotated([6, 7, 8, 9, 1, 2, 3], 2) == 5


def test_missing():
    assert search_rotated([6, 7, 8, 1, 2], 5) == -1


def test_smallest():
    assert search_rotated([4, 5, 6, 7, 0, 1, 2], 0) == 4
