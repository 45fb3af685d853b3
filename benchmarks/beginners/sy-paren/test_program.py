from program import bmi


def test_normal():
    assert bmi(70, 1.75) == (22.9, "normal")


def test_under():
    assert bmi(50, 1.8)[1] == "under"


def test_over():
    assert bmi(100, 1.7)[1] == "over"
