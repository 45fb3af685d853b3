from program import to_fahrenheit, temperature_table


def test_freezing():
    assert to_fahrenheit(0) == 32


def test_boiling():
    assert to_fahrenheit(100) == 212


def test_not_hit():
    assert temperature_table(0, 15, 10) == [(0, 32), (10, 50)]


def test_hit():
    assert temperature_table(0, 20, 10) == [(0, 32), (10, 50), (20, 68)]


def test_single():
    assert temperature_table(5, 5, 1) == [(5, 41)]
