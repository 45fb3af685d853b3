from program import prefix_table, count_matches


def test_table():
    assert prefix_table("ababc") == [0, 0, 1, 2, 0]


def test_none():
    assert count_matches("abc", "x") == 0


def test_apart():
    assert count_matches("ab-ab", "ab") == 2


def test_overlap():
    assert count_matches("ababa", "aba") == 2


def test_run():
    assert count_matches("aaaa", "aa") == 3
