from program import top_scores


def test_example():
    assert top_scores({"bo": 3, "al": 3, "cy": 9}, 2) == [("cy", 9), ("al", 3)]


def test_distinct():
    assert top_scores({"x": 1, "y": 2}, 2) == [("y", 2), ("x", 1)]


def test_zero():
    assert top_scores({"x": 1}, 0) == []


def test_all_tied():
    assert top_scores({"d": 4, "c": 4, "b": 4}, 3) == [("b", 4), ("c", 4), ("d", 4)]
