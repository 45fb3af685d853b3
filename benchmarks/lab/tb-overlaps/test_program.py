from program import overlaps


def test_empty():
    assert overlaps([], [(1, 2)]) == []


def test_one_pair():
    assert overlaps([(1, 5)], [(3, 8)]) == [(3, 5)]


def test_touching():
    assert overlaps([(1, 3)], [(3, 6)]) == []


def test_long_one():
    assert overlaps([(0, 10)], [(1, 2), (4, 6), (9, 12)]) == [(1, 2), (4, 6), (9, 10)]


def test_mixed():
    assert overlaps([(1, 4), (6, 9)], [(2, 7), (8, 10)]) == [(2, 4), (6, 7), (8, 9)]
