from program import is_palindrome


def test_empty():
    assert is_palindrome("") is True


def test_word():
    assert is_palindrome("Anna") is True


def test_not_one():
    assert is_palindrome("Anne") is False


def test_blank_left():
    assert is_palindrome("a man nam a") is True


def test_exclamation():
    assert is_palindrome("Otto!") is True


def test_sentence():
    assert is_palindrome("Never odd or even.") is True
