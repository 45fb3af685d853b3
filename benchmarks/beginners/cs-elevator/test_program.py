from program import Elevator


def test_move():
    e = Elevator(5, 2)
    e.run(2)
    assert e.floor == 2


def test_turn():
    e = Elevator(3, 2)
    e.run(3)
    assert e.floor == 1


def test_load():
    e = Elevator(5, 1)
    e.call("a", 0, 2)
    e.call("b", 0, 2)
    e.step()
    assert len(e.inside) == 1
    assert len(e.waiting) == 1


def test_arrive():
    e = Elevator(9, 1)
    e.call("a", 0, 2)
    assert e.run(3) == ["a"]
    assert e.inside == []


def test_ride_on():
    e = Elevator(9, 2)
    e.call("a", 0, 3)
    e.call("b", 0, 1)
    e.run(2)
    assert [p.name for p in e.inside] == ["a"]
