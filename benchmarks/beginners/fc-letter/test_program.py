from program import letter_grade, report


def test_a():
    assert letter_grade(95) == "A"


def test_b():
    assert letter_grade(80) == "B"


def test_d():
    assert letter_grade(61) == "D"


def test_f():
    assert letter_grade(12) == "F"


def test_report():
    assert report({"ann": 72, "bo": 50}) == {"ann": "C", "bo": "F"}
