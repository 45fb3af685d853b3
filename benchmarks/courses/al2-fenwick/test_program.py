from program import Fenwick


def test_empty():
    assert Fenwick(4).prefix(4) == 0


def test_prefix():
    f = Fenwick(5)
    f.add(0, 2)
    f.add(3, 5)
    assert [f.prefix(i) for i in range(6)] == [0, 2, 2, 2, 7, 7]


def test_one_value():
    f = Fenwick(3)
    f.add(1, 4)
    assert f.between(1, 1) == 4


def test_middle():
    f = Fenwick(6)
    [f.add(i, i) for i in range(6)]
    assert f.between(2, 4) == 9


def test_whole():
    f = Fenwick(6)
    [f.add(i, 1) for i in range(6)]
    assert f.between(0, 5) == 6
