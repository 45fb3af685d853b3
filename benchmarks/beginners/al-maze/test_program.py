from program import shortest_steps


def test_same():
    assert shortest_steps(["."], (0, 0), (0, 0)) == 0


def test_corridor():
    assert shortest_steps(["..."], (0, 0), (0, 2)) == 2


def test_wall():
    assert shortest_steps([".#."], (0, 0), (0, 2)) == -1


def test_open_room():
    assert shortest_steps(["....", "....", "....", "...."], (0, 0), (3, 0)) == 3


def test_ring():
    assert shortest_steps(["...", ".#.", "..."], (0, 0), (2, 0)) == 2
