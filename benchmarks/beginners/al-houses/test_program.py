from program import best_loot


def test_empty():
    assert best_loot([]) == 0


def test_one():
    assert best_loot([5]) == 5


def test_two():
    assert best_loot([9, 2]) == 9


def test_alternate():
    assert best_loot([1, 5, 1, 5]) == 10


def test_first_and_last():
    assert best_loot([10, 1, 1, 10]) == 20
