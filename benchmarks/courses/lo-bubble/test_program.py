from program import sort_cards


def test_empty():
    assert sort_cards([]) == []


def test_three():
    assert sort_cards([3, 1, 2]) == [1, 2, 3]


def test_words():
    assert sort_cards(["king", "ace"]) == ["ace", "king"]


def test_doubles():
    assert sort_cards([2, 7, 2]) == [2, 2, 7]


def test_all_same():
    assert sort_cards([4, 4, 4]) == [4, 4, 4]
