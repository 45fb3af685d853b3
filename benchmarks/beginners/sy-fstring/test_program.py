from program import receipt


def test_empty():
    assert receipt([]) == ["total        0"]


def test_lines():
    assert len(receipt([("tea", 2)])) == 2


def test_one():
    assert receipt([("tea", 2)])[0] == "tea          2"
