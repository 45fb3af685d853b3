from program import first_free


def test_middle():
    assert first_free("X..X...X", 3) == 4


def test_at_start():
    assert first_free("..X", 2) == 0


def test_at_end():
    assert first_free("X.X..", 2) == 3


def test_none():
    assert first_free("X.X.", 2) == -1
    assert first_free("XX", 1) == -1


def test_single():
    assert first_free("XX.X", 1) == 2


def test_first_of_two():
    assert first_free("..X..", 2) == 0


def test_long_gap():
    assert first_free(".XX....X", 3) == 3


def test_empty_row():
    assert first_free("", 1) == -1
