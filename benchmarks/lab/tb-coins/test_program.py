from program import fewest_coins


def test_zero():
    assert fewest_coins([1, 2, 5], 0) == 0


def test_one_coin():
    assert fewest_coins([1, 2, 5], 5) == 1


def test_different_coins():
    assert fewest_coins([1, 2, 5], 8) == 3


def test_impossible():
    assert fewest_coins([5, 10], 3) == -1


def test_greedy_is_wrong():
    assert fewest_coins([1, 3, 4], 6) == 2


def test_many_of_one():
    assert fewest_coins([2], 8) == 4
