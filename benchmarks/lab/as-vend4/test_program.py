from program import Machine


def test_unknown():
    assert Machine({"A1": (120, 1)}).buy("B9") == "unknown"


def test_too_little():
    machine = Machine({"A1": (120, 1)})
    machine.insert(100)
    assert machine.buy("A1") == "more money"
    assert machine.money() == 100


def test_sold():
    machine = Machine({"A1": (120, 1), "A2": (90, 3)})
    machine.insert(100)
    machine.insert(20)
    assert machine.buy("A1") == "sold"
    assert machine.money() == 0


def test_coins():
    machine = Machine({"A1": (120, 1)})
    assert machine.insert(3) is False
    assert machine.insert(50) is True
    assert machine.money() == 50


def test_refund():
    machine = Machine({"A1": (120, 1)})
    for coin in (10, 20, 50):
        machine.insert(coin)
    assert machine.refund() == [50, 20, 10]
    assert machine.money() == 0


def test_change():
    machine = Machine({"A1": (85, 4)})
    machine.insert(200)
    assert machine.buy("A1") == "sold"
    assert machine.refund() == [100, 10, 5]


def test_empty():
    machine = Machine({"A1": (50, 1)})
    machine.insert(100)
    assert machine.buy("A1") == "sold"
    assert machine.buy("A1") == "empty"
    assert machine.money() == 50
