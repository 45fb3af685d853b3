from program import Inventory


def test_sell():
    s = Inventory()
    s.add("egg", 2, 10)
    assert s.sell("egg", 4) == 8
    assert s.items["egg"].quantity == 6


def test_too_many():
    s = Inventory()
    s.add("egg", 2, 3)
    assert s.sell("egg", 4) == 0


def test_more():
    s = Inventory()
    s.add("egg", 2, 3)
    s.add("egg", 2, 4)
    assert s.items["egg"].quantity == 7


def test_expired():
    s = Inventory()
    s.add("milk", 1, 1, 1)
    s.add("rice", 1, 1)
    s.next_day()
    assert list(s.items) == ["rice"]


def test_total():
    s = Inventory()
    s.add("a", 2, 3)
    s.add("b", 5, 1)
    assert s.total_value() == 11


def test_cheapest():
    s = Inventory()
    s.add("a", 9, 1)
    s.add("b", 5, 1)
    assert s.cheapest() == "b"
