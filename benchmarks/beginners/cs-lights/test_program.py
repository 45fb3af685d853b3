from program import simulate, TrafficLight, Road


def test_red():
    assert simulate(4, 0)[0] == ["red"] * 4


def test_green():
    assert simulate(7, 0)[0][4:] == ["green"] * 3


def test_yellow():
    t = TrafficLight("green")
    [t.tick() for _ in range(3)]
    assert t.color == "yellow"


def test_cycle():
    assert simulate(9, 0)[0][-2:] == ["yellow", "red"]


def test_pass_cars():
    assert simulate(7, 5)[1] == 3


def test_few_cars():
    assert simulate(7, 1)[1] == 1
