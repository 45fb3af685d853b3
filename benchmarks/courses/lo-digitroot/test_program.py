from program import digital_root


def test_zero():
    assert digital_root(0) == (0, 0)


def test_single():
    assert digital_root(7) == (7, 0)


def test_one_step():
    assert digital_root(12) == (3, 1)


def test_two_steps():
    assert digital_root(99) == (9, 2)


def test_three_steps():
    assert digital_root(199) == (1, 3)
