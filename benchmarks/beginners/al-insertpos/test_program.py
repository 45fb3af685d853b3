from program import insert_position, insert_sorted


def test_front():
    assert insert_position([2, 4, 6], 1) == 0


def test_middle():
    assert insert_position([2, 4, 6], 5) == 2


def test_equal():
    assert insert_position([2, 4, 4, 6], 4) == 1


def test_end():
    assert insert_position([2, 4, 6], 9) == 3


def test_sorted_end():
    assert insert_sorted([1, 2], 3) == [1, 2, 3]
