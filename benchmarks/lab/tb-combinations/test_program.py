from program import combination_sum


def test_none():
    assert combination_sum([4, 6], 3) == []


def test_zero():
    assert combination_sum([2, 3], 0) == [[]]


def test_one_number():
    assert combination_sum([3], 9) == [[3, 3, 3]]


def test_two_numbers():
    assert combination_sum([3, 2], 5) == [[2, 3]]


def test_three_numbers():
    assert combination_sum([2, 3, 7], 7) == [[2, 2, 3], [7]]
