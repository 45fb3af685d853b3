from program import perfect_shuffle, shuffles_until_sorted


def test_one_card():
    assert perfect_shuffle([1]) == [1]


def test_even():
    assert perfect_shuffle([1, 2, 3, 4, 5, 6]) == [1, 4, 2, 5, 3, 6]


def test_odd():
    assert perfect_shuffle(["a", "b", "c", "d", "e"]) == ["a", "d", "b", "e", "c"]


def test_two_cards():
    assert shuffles_until_sorted(2) == 1


def test_eight_cards():
    assert shuffles_until_sorted(8) == 3


def test_full_deck():
    assert shuffles_until_sorted(52) == 8
