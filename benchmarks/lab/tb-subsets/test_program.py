from program import subsets_with_sum


def test_none():
    assert subsets_with_sum([2, 4], 5) == []


def test_empty():
    assert subsets_with_sum([], 0) == [[]]


def test_single():
    assert subsets_with_sum([7], 7) == [[7]]


def test_pair():
    assert subsets_with_sum([1, 2, 3], 3) == [[1, 2], [3]]


def test_all():
    assert subsets_with_sum([4, 5, 6], 15) == [[4, 5, 6]]
