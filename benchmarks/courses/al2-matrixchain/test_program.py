from program import matrix_chain


def test_one():
    assert matrix_chain([3, 4]) == 0


def test_square():
    assert matrix_chain([2, 2, 2]) == 8


def test_two():
    assert matrix_chain([10, 20, 30]) == 6000


def test_three():
    assert matrix_chain([10, 30, 5, 60]) == 4500


def test_four():
    assert matrix_chain([40, 20, 30, 10, 30]) == 26000
