from program import moving_average


def test_example():
    assert moving_average([2, 4, 6, 8], 2) == [3, 5, 7]


def test_short():
    assert moving_average([1], 2) == []


def test_all():
    assert moving_average([3, 3, 3], 3) == [3]


def test_zeros():
    assert moving_average([0, 0], 1) == [0, 0]
