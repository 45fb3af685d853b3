from program import majority


def test_all_same():
    assert majority(["x", "x"]) == "x"


def test_clear():
    assert majority([1, 1, 2, 1]) == 1


def test_at_start():
    assert majority([3, 3, 3, 2, 2]) == 3


def test_half_is_not_enough():
    assert majority([1, 2, 1, 2]) is None


def test_none():
    assert majority([1, 2, 3]) is None


def test_empty():
    assert majority([]) is None
