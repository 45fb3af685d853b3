from row_totals import row_totals


def test_one_row():
    assert row_totals([[1, 2]]) == [3]


def test_two_rows():
    assert row_totals([[1, 2], [3, 4]]) == [3, 7]


def test_no_rows():
    assert row_totals([]) == []


def test_three_rows():
    assert row_totals([[5], [1, 1], [0]]) == [5, 2, 0]
