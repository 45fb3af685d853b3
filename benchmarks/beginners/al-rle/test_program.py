from program import encode


def test_empty():
    assert encode("") == ""


def test_one_run():
    assert encode("zzz") == "z3"


def test_two_runs():
    assert encode("aab") == "a2b1"


def test_longer():
    assert encode("xxyyyx") == "x2y3x1"
