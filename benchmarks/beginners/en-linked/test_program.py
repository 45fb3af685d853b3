from program import from_list, count


def test_empty():
    assert count(from_list([]), 1) == 0


def test_all():
    assert count(from_list([1, 1]), 1) == 2


def test_some():
    assert count(from_list([1, 2, 1]), 1) == 2


def test_none():
    assert count(from_list([3]), 1) == 0
