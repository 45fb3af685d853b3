from program import flood_fill


def test_same_colour():
    assert flood_fill([[1, 1]], 0, 0, 1) == 0


def test_square():
    grid = [[0, 0], [0, 1]]
    assert flood_fill(grid, 0, 0, 7) == 3
    assert grid == [[7, 7], [7, 1]]


def test_one_cell():
    assert flood_fill([[0, 1, 0], [1, 5, 1], [0, 1, 0]], 1, 1, 2) == 1


def test_wide():
    grid = [[0, 0, 0, 0], [1, 1, 1, 0]]
    assert flood_fill(grid, 0, 0, 2) == 5
    assert grid == [[2, 2, 2, 2], [1, 1, 1, 2]]


def test_tall():
    grid = [[0, 1], [0, 1], [0, 0]]
    assert flood_fill(grid, 0, 0, 3) == 4
