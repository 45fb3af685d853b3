from program import Counter


def test_first():
    assert Counter().add("x") == 1


def test_twice():
    c = Counter()
    c.add("x")
    assert c.add("x") == 2


def test_most():
    c = Counter()
    c.add("x")
    c.add("y")
    c.add("y")
    assert c.most() == "y"
