from program import years_to_goal, compare


def test_already():
    assert years_to_goal(100, 100, 5) == 0


def test_double_once():
    assert years_to_goal(100, 200, 100) == 1


def test_small():
    assert years_to_goal(100, 120, 10) == 2


def test_several():
    assert compare(100, 150, [50, 100]) == {50: 1, 100: 1}
