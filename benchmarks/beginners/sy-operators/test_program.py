from program import in_rectangle


def test_inside():
    assert in_rectangle((2, 2), (0, 0), 5, 5)


def test_outside():
    assert not in_rectangle((9, 2), (0, 0), 5, 5)


def test_below():
    assert not in_rectangle((2, -1), (0, 0), 5, 5)
