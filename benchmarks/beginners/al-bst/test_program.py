from program import build, contains


def test_empty():
    assert contains(build([]), 1) is False


def test_root():
    assert contains(build([5, 2, 8]), 5) is True


def test_left():
    assert contains(build([5, 2, 8]), 2) is True


def test_right():
    assert contains(build([5, 2, 8]), 8) is True


def test_missing():
    assert contains(build([5, 2, 8]), 9) is False
