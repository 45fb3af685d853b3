from program import is_anagram


def test_phrase():
    assert is_anagram("Dirty room!", "dormitory") is True


def test_different():
    assert is_anagram("abc", "abd") is False


def test_longer():
    assert is_anagram("aab", "ab") is False


def test_empty():
    assert is_anagram("", " ") is True
