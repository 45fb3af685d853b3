from grades import best_name, how_many_passed, passed


def test_forty_points():
    assert passed(40) is False


def test_fifty_points():
    assert passed(50) is True


def test_two_passed():
    assert how_many_passed([("Ada", 90), ("Bo", 50), ("Cy", 20)]) == 2


def test_best_comes_last():
    assert best_name([("Ada", 60), ("Bo", 80)]) == "Bo"


def test_best_comes_first():
    assert best_name([("Ada", 90), ("Bo", 80)]) == "Ada"
