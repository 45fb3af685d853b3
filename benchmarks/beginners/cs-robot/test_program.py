from program import Robot


def test_start():
    r = Robot(5, 5)
    assert (r.x, r.y) == (0, 0)


def test_north():
    assert Robot(5, 5).run("3F") == (0, 3)


def test_east():
    assert Robot(5, 5).run("R2F") == (2, 0)


def test_left():
    assert Robot(5, 5).run("R2FLF") == (2, 1)


def test_tall():
    assert Robot(2, 6).run("5F") == (0, 5)


def test_bump():
    r = Robot(3, 3)
    r.run("9F")
    assert r.bumps == 1
    assert r.y == 2
