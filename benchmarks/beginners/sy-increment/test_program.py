from program import count_upper


def test_none():
    assert count_upper("abc") == 0


def test_some():
    assert count_upper("AbC") == 2


def test_empty():
    assert count_upper("") == 0
