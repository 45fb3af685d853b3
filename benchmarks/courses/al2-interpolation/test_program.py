from program import interpolation_search


def test_empty():
    assert interpolation_search([], 4) == -1


def test_even_spread():
    assert interpolation_search([10, 20, 30, 40, 50], 40) == 3


def test_missing():
    assert interpolation_search([10, 20, 30], 25) == -1


def test_outside():
    assert interpolation_search([1, 2, 3], 9) == -1


def test_skewed():
    assert interpolation_search([1, 2, 4, 8, 16, 32, 64, 128], 32) == 5


def test_skewed_middle():
    assert interpolation_search([0, 1, 3, 7, 50, 100], 7) == 3
