from program import convex_hull


def test_two():
    assert convex_hull([(1, 1), (0, 0)]) == [(0, 0), (1, 1)]


def test_triangle():
    assert convex_hull([(0, 0), (4, 0), (2, 3)]) == [(0, 0), (4, 0), (2, 3)]


def test_inner_point():
    assert convex_hull([(0, 0), (4, 0), (4, 4), (0, 4), (1, 2)]) == [(0, 0), (4, 0), (4, 4), (0, 4)]


def test_point_on_side():
    assert convex_hull([(0, 0), (2, 0), (4, 0), (4, 4), (0, 4)]) == [(0, 0), (4, 0), (4, 4), (0, 4)]


def test_line():
    assert convex_hull([(0, 0), (1, 1), (2, 2)]) == [(0, 0), (2, 2)]
