from program import warmest


def test_example():
    assert warmest({"mon": [3, 7], "tue": [6]}) == ("mon", 7)


def test_none():
    assert warmest({"mon": []}) is None


def test_tie():
    assert warmest({"a": [5], "b": [5]}) == ("a", 5)


def test_frost():
    assert warmest({"a": [-8], "b": [-3, -9]}) == ("b", -3)
