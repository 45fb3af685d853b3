from ticket_price import ticket_price


def test_child():
    assert ticket_price(8) == 5


def test_adult():
    assert ticket_price(30) == 10


def test_exactly_sixty_five():
    assert ticket_price(65) == 7


def test_very_old():
    assert ticket_price(90) == 7
