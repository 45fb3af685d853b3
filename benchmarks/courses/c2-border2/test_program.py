from program import border_sum


def test_three():
    assert border_sum([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) == 40


def test_cell():
    assert border_sum([[7]]) == 7


def test_row():
    assert border_sum([[1, 2, 3]]) == 6


def test_column():
    assert border_sum([[1], [2], [3]]) == 6


def test_two():
    assert border_sum([[1, 2], [3, 4]]) == 10


def test_wide():
    assert border_sum([[1, 1, 1, 1, 2], [1, 9, 9, 9, 1], [1, 1, 1, 1, 1]]) == 13


def test_tall():
    assert border_sum([[1, 1, 1], [1, 5, 1], [1, 6, 3], [1, 1, 1]]) == 12


def test_empty():
    assert border_sum([]) == 0
