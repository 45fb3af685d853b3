from program import DisjointSet, components


def test_none():
    assert components(4, []) == 4


def test_path():
    assert components(3, [(0, 1), (1, 2)]) == 1


def test_star():
    assert components(4, [(0, 1), (0, 2), (1, 2), (3, 0)]) == 1


def test_keeps():
    d = DisjointSet(3)
    d.union(0, 1)
    d.union(0, 2)
    assert d.find(1) == d.find(0)
