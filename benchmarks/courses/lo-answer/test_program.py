from program import ask


def test_nothing():
    assert ask([]) == ("nothing", 0)


def test_yes():
    assert ask(["yes"]) == ("yes", 1)


def test_no():
    assert ask(["no"]) == ("no", 1)


def test_second():
    assert ask(["maybe", "no"]) == ("no", 2)


def test_third():
    assert ask(["", "YES", "yes"]) == ("yes", 3)
