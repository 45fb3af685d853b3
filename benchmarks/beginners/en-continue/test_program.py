from program import read_settings


def test_empty():
    assert read_settings([]) == {}


def test_pairs():
    assert read_settings(["a = 1", "b=2"]) == {"a": "1", "b": "2"}


def test_comment():
    assert read_settings(["# hi", "a=1"]) == {"a": "1"}


def test_blank():
    assert read_settings(["a=1", ""]) == {"a": "1"}
