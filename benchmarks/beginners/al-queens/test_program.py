from program import count_queens


def test_one():
    assert count_queens(1) == 1


def test_two():
    assert count_queens(2) == 0


def test_four():
    assert count_queens(4) == 2


def test_six():
    assert count_queens(6) == 4
