from program import most_meetings


def test_empty():
    assert most_meetings([]) == []


def test_apart():
    assert most_meetings([(1, 2), (3, 4)]) == [(1, 2), (3, 4)]


def test_touching():
    assert most_meetings([(1, 3), (3, 5)]) == [(1, 3), (3, 5)]


def test_long_first():
    assert most_meetings([(0, 10), (1, 2), (3, 4)]) == [(1, 2), (3, 4)]


def test_textbook():
    assert most_meetings([(1, 4), (3, 5), (0, 6), (5, 7), (8, 11), (6, 10)]) == [(1, 4), (5, 7), (8, 11)]
