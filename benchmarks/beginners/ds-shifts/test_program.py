from program import merge_shifts


def test_empty():
    assert merge_shifts([]) == []


def test_example():
    assert merge_shifts([(5, 8), (1, 3), (2, 4)]) == [(1, 4), (5, 8)]


def test_inside():
    assert merge_shifts([(1, 10), (2, 3)]) == [(1, 10)]


def test_touching():
    assert merge_shifts([(1, 2), (2, 3)]) == [(1, 3)]


def test_inside_then():
    assert merge_shifts([(0, 9), (1, 2), (8, 12)]) == [(0, 12)]
