from program import bill, PRICES


def test_empty():
    assert bill({}) == 0


def test_two():
    assert bill({"apple": 2, "plum": 1}) == 8


def test_unknown():
    assert bill({"kiwi": 5, "pear": 1}) == 4


def test_prices():
    assert len(PRICES) == 3
