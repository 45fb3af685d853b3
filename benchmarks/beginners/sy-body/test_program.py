from program import total_minutes


def test_none():
    assert total_minutes([]) == 0


def test_one():
    assert total_minutes(["1:20"]) == 80


def test_two():
    assert total_minutes(["0:50", "2:05"]) == 175
