from program import count_vowels


def test_empty():
    assert count_vowels("") == 0


def test_none():
    assert count_vowels("rhythm") == 0


def test_one():
    assert count_vowels("cat") == 1


def test_many():
    assert count_vowels("Education") == 5
