from program import has_friends, friends_of


def test_lonely():
    assert has_friends("x", []) is False


def test_second():
    assert has_friends("bo", [("al", "bo")]) is True


def test_none():
    assert friends_of("x", [("al", "bo")]) == []


def test_several():
    assert friends_of("al", [("al", "cy"), ("bo", "al"), ("cy", "bo")]) == ["bo", "cy"]
