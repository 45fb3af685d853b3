from program import positions, z_array


def test_empty():
    assert z_array("") == []


def test_no_repeat():
    assert z_array("abcd") == [0, 0, 0, 0]


def test_period():
    assert z_array("ababab") == [0, 0, 4, 0, 2, 0]


def test_cut_window():
    assert z_array("aabxaaab") == [0, 1, 0, 0, 2, 3, 1, 0]


def test_positions():
    assert positions("abcab", "ab") == [0, 3]


def test_window_at_end():
    assert z_array("aaabaab") == [0, 2, 1, 0, 2, 1, 0]
