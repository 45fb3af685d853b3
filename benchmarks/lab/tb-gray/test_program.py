from program import gray_codes, gray_rank


def test_no_bits():
    assert gray_codes(0) == [""]


def test_one_bit():
    assert gray_codes(1) == ["0", "1"]


def test_two_bits():
    assert gray_codes(2) == ["00", "01", "11", "10"]


def test_rank():
    assert gray_rank("110") == 4


def test_all_ranks():
    assert [gray_rank(code) for code in gray_codes(3)] == list(range(8))
