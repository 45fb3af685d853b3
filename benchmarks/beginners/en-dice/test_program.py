from program import race, rounds_needed


def test_nothing():
    assert rounds_needed([1], []) == []


def test_first():
    assert race([6, 1], 6) == (0, 1)


def test_second():
    assert race([1, 6], 6) == (1, 1)


def test_rounds():
    assert rounds_needed([2, 1], [2, 6]) == [1, 3]
