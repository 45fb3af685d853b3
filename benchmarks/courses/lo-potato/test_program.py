from program import hot_potato


def test_alone():
    assert hot_potato(["Mia"], 3) == "Mia"


def test_alone_again():
    assert hot_potato(["Tom"], 1) == "Tom"


def test_two():
    assert hot_potato(["Mia", "Tom"], 1) == "Tom"


def test_three():
    assert hot_potato(["Mia", "Tom", "Lea"], 2) == "Lea"


def test_kept():
    c = ["a", "b", "c"]
    hot_potato(c, 1)
    assert c == ["a", "b", "c"]
