from program import Poll


def test_counts():
    p = Poll("?", "ab")
    p.vote("x", "a")
    p.vote("y", "a")
    assert p.counts() == {"a": 2, "b": 0}


def test_revote():
    p = Poll("?", "ab")
    p.vote("x", "a")
    p.vote("x", "b")
    assert p.counts() == {"a": 0, "b": 1}


def test_case():
    p = Poll("?", "ab")
    p.vote("Ann", "a")
    p.vote("ann", "b")
    assert p.counts() == {"a": 0, "b": 1}


def test_ranking():
    p = Poll("?", "abc")
    p.vote("x", "b")
    p.vote("y", "b")
    p.vote("z", "c")
    assert p.ranking() == ["b", "c", "a"]


def test_winners():
    p = Poll("?", "ab")
    p.vote("x", "b")
    assert p.winners() == ["b"]


def test_share():
    p = Poll("?", "ab")
    p.vote("x", "b")
    p.vote("y", "a")
    p.vote("z", "a")
    assert p.share("a") == 67


def test_closed():
    p = Poll("?", "ab")
    p.close()
    assert p.vote("x", "a") is False
