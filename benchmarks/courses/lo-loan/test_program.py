from program import months_to_pay


def test_no_debt():
    assert months_to_pay(0, 5, 100) == 0


def test_no_interest():
    assert months_to_pay(1000, 0, 100) == 10


def test_one_payment():
    assert months_to_pay(50, 12, 100) == 1


def test_with_interest():
    assert months_to_pay(1000, 12, 100) == 11


def test_car():
    assert months_to_pay(6000, 6, 300) == 22
