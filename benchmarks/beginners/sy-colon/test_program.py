from program import ticket_price


def test_baby():
    assert ticket_price(3, False) == 0


def test_student():
    assert ticket_price(30, True) == 5


def test_adult():
    assert ticket_price(30, False) == 9
