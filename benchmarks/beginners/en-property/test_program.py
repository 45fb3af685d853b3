from program import Thermostat


def test_default():
    assert Thermostat().target == 20


def test_heat():
    assert Thermostat(18).needs_heat(17)


def test_setting():
    t = Thermostat()
    t.target = 22
    assert t.target == 22
    assert t.changes == 1


def test_too_hot():
    t = Thermostat()
    t.target = 99
    assert t.target == 30
