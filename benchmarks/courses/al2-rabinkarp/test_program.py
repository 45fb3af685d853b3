from program import rabin_karp


def test_at_start():
    assert rabin_karp("hello", "hel") == [0]


def test_inside():
    assert rabin_karp("hello world", "o w") == [4]


def test_several():
    assert rabin_karp("abcabcabc", "abc") == [0, 3, 6]


def test_overlap():
    assert rabin_karp("aaaa", "aa") == [0, 1, 2]


def test_none():
    assert rabin_karp("hello", "xyz") == []


def test_too_long():
    assert rabin_karp("hi", "hello") == []
