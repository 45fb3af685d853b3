from program import edit_distance


def test_empty():
    assert edit_distance("", "abc") == 3


def test_same():
    assert edit_distance("house", "house") == 0


def test_substitution():
    assert edit_distance("house", "mouse") == 1


def test_deletion_and_substitution():
    assert edit_distance("plane", "land") == 2


def test_swap():
    assert edit_distance("form", "from") == 1


def test_swap_and_insertion():
    assert edit_distance("teh", "then") == 2
