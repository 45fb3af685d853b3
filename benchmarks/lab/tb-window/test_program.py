from program import window_maxima


def test_short_list():
    assert window_maxima([4, 2], 3) == []


def test_size_one():
    assert window_maxima([1, 2, 3], 1) == [1, 2, 3]


def test_rising():
    assert window_maxima([1, 2, 3, 4], 2) == [2, 3, 4]


def test_falling():
    assert window_maxima([9, 7, 5, 3], 2) == [9, 7, 5]


def test_mixed():
    assert window_maxima([1, 3, -1, -3, 5, 3, 6, 7], 3) == [3, 3, 5, 5, 6, 7]


def test_peak_leaves():
    assert window_maxima([8, 1, 2, 1, 1], 3) == [8, 2, 2]
