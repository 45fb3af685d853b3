from program import simulate, waits, average_wait


def test_nobody():
    assert average_wait(simulate([], 1, 5)) == 0


def test_single():
    assert waits(simulate([(0, 2)], 1, 5)) == [0]


def test_wait():
    assert waits(simulate([(0, 2), (0, 1)], 1, 5)) == [0, 2]


def test_two_desks():
    lanes = simulate([(0, 3), (0, 3)], 2, 4)
    assert [len(d.served) for d in lanes] == [1, 1]


def test_average():
    assert average_wait(simulate([(0, 2), (0, 1)], 1, 5)) == 1


def test_unfinished():
    assert waits(simulate([(0, 9)], 1, 3)) == []
