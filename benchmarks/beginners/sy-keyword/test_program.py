from program import students_in


def test_none():
    assert students_in([], "1a") == []


def test_one():
    assert students_in([{"name": "bo", "class": "1a"}], "1a") == ["bo"]


def test_other():
    assert students_in([{"name": "bo", "class": "1b"}], "1a") == []
