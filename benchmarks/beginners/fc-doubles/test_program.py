from program import count_doubles


def test_coffee():
    assert count_doubles("coffee") == 2


def test_book():
    assert count_doubles("bookkeeper") == 3


def test_none():
    assert count_doubles("cat") == 0


def test_first():
    assert count_doubles("eel") == 1
