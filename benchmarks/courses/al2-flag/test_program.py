from program import sort_flag


def test_empty():
    assert sort_flag("") == ""


def test_sorted_already():
    assert sort_flag("rrwwbb") == "rrwwbb"


def test_pair():
    assert sort_flag("wr") == "rw"


def test_backwards():
    assert sort_flag("bbwwrr") == "rrwwbb"


def test_blue_first():
    assert sort_flag("bwr") == "rwb"


def test_red_last():
    assert sort_flag("wbr") == "rwb"


def test_mixed():
    assert sort_flag("wbrbwr") == "rrwwbb"
