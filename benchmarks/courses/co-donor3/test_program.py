from program import best_donor


def test_single():
    assert best_donor([("Ina", 5)]) == ("Ina", 5)


def test_sums():
    assert best_donor([("Ina", 5), ("Leo", 7), ("Ina", 4)]) == ("Ina", 9)


def test_tie():
    assert best_donor([("Zoe", 10), ("Abe", 10)]) == ("Abe", 10)


def test_tie_other_order():
    assert best_donor([("Abe", 10), ("Zoe", 10)]) == ("Abe", 10)


def test_empty():
    assert best_donor([]) is None


def test_three():
    assert best_donor([("Leo", 3), ("Ina", 2), ("Kim", 4), ("Leo", 3), ("Kim", 1)]) == ("Leo", 6)


def test_tie_of_sums():
    assert best_donor([("Max", 6), ("Eve", 2), ("Eve", 4)]) == ("Eve", 6)


def test_corrections():
    assert best_donor([("Ina", -3), ("Leo", -1)]) == ("Leo", -1)
