from second_largest import second_largest, spread


def test_second_largest():
    assert second_largest([4, 9, 7]) == 7


def test_the_list_stays_as_it_was():
    scores = [4, 9, 7]
    second_largest(scores)
    assert scores == [4, 9, 7]


def test_spread():
    assert spread([3, 10]) == 7
