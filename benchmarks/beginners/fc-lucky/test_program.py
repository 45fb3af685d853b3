from program import count_lucky


def test_empty():
    assert count_lucky([]) == 0


def test_none():
    assert count_lucky([123, 47]) == 0


def test_two():
    assert count_lucky([77, 1727, 7]) == 2


def test_triple():
    assert count_lucky([777]) == 1
