from program import SegmentTree


def test_all():
    assert SegmentTree([5, 3, 8, 6]).minimum(0, 4) == 3


def test_part():
    tree = SegmentTree([5, 3, 8, 6, 1])
    assert tree.minimum(2, 4) == 6
    assert tree.minimum(0, 1) == 5
    assert tree.minimum(1, 5) == 1


def test_nothing():
    assert SegmentTree([5, 3]).minimum(1, 1) == float("inf")


def test_smaller_value():
    tree = SegmentTree([5, 3, 8, 6])
    tree.update(2, 1)
    assert tree.minimum(0, 4) == 1
    assert tree.minimum(0, 2) == 3


def test_larger_value():
    tree = SegmentTree([5, 3, 8, 6])
    tree.update(1, 9)
    assert tree.minimum(0, 4) == 5
    assert tree.minimum(0, 2) == 5
