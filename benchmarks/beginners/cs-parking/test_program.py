from program import ParkingLot


def test_first():
    p = ParkingLot(2, 3)
    assert p.park("A", 0) == 0
    assert p.free() == 1


def test_second():
    p = ParkingLot(2, 3)
    p.park("A", 0)
    assert p.park("B", 0) == 1


def test_full():
    p = ParkingLot(1, 3)
    p.park("A", 0)
    assert p.park("B", 0) is None


def test_hours():
    p = ParkingLot(1, 3)
    p.park("A", 0)
    assert p.leave("A", 120) == 6
    assert p.income == 6


def test_started():
    p = ParkingLot(1, 3)
    p.park("A", 10)
    assert p.leave("A", 75) == 6


def test_unknown():
    assert ParkingLot(1, 3).leave("Z", 4) == 0
