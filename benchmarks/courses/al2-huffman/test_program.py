from program import code_lengths


def test_single():
    assert code_lengths({"x": 5}) == {"x": 1}


def test_two():
    assert code_lengths({"x": 5, "y": 1}) == {"x": 1, "y": 1}


def test_four_equal():
    assert code_lengths({"a": 1, "b": 1, "c": 1, "d": 1}) == {"a": 2, "b": 2, "c": 2, "d": 2}


def test_skewed():
    assert code_lengths({"a": 8, "b": 4, "c": 2, "d": 1}) == {"a": 1, "b": 2, "c": 3, "d": 3}


def test_close():
    assert code_lengths({"a": 6, "b": 5, "c": 5, "d": 4}) == {"a": 2, "b": 2, "c": 2, "d": 2}
