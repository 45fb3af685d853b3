from program import determinant


def test_one():
    assert determinant([[5]]) == 5


def test_two():
    assert determinant([[1, 2], [3, 4]]) == -2


def test_singular():
    assert determinant([[1, 2], [2, 4]]) == 0


def test_three():
    assert determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]) == 0
    assert determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]) == 18


def test_zero_in_the_corner():
    assert determinant([[0, 1], [1, 0]]) == -1


def test_two_swaps():
    assert determinant([[0, 2, 0], [0, 0, 3], [4, 0, 0]]) == 24
