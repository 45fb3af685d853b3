from program import Account, Bank


def test_deposit():
    a = Account("ann")
    a.deposit(5)
    assert a.balance == 5


def test_str():
    assert str(Account("bo", 3)) == "bo: 3"


def test_own_history():
    a = Account("a")
    b = Account("b")
    a.deposit(4)
    assert b.history == []


def test_withdraw_all():
    a = Account("a", 10)
    assert a.withdraw(10) is True
    assert a.balance == 0


def test_withdraw_too_much():
    a = Account("a", 10)
    assert a.withdraw(11) is False
    assert a.balance == 10


def test_transfer():
    b = Bank()
    b.open("a", 50)
    b.open("c")
    b.transfer("a", "c", 20)
    assert b.accounts["c"].balance == 20
    assert b.accounts["a"].balance == 30


def test_total():
    b = Bank()
    b.open("a", 50)
    b.open("c", 1)
    assert b.total() == 51
