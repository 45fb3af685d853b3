from program import medal, podium


def test_gold():
    assert medal({"a": 9.8, "b": 9.5}, 1) == "b"


def test_missing():
    assert medal({"a": 9.8}, 2) is None


def test_podium():
    assert podium({"x": 3, "y": 1, "z": 2}) == ["y", "z", "x"]
