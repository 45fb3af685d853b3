from program import column_sums, best_column


def test_one_column():
    assert column_sums([[1], [2]]) == [3]


def test_two():
    assert column_sums([[1, 2], [3, 4]]) == [4, 6]


def test_best_last():
    assert best_column([[1, 9]]) == 1


def test_best_first():
    assert best_column([[9, 1], [9, 1]]) == 0
