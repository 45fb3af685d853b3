from program import flatten_keys


def test_empty():
    assert flatten_keys({}) == {}


def test_plain():
    assert flatten_keys({"a": 1}) == {"a": 1}


def test_nested():
    assert flatten_keys({"a": 1, "b": {"c": 2}}) == {"a": 1, "b.c": 2}


def test_deep():
    assert flatten_keys({"x": {"y": {"z": 0}}}) == {"x.y.z": 0}


def test_prefix():
    assert flatten_keys({"k": 3}, "p") == {"p.k": 3}
