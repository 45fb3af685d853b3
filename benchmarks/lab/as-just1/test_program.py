from program import justify


def test_empty():
    assert justify("", 10) == []


def test_one_line():
    assert justify("to be", 10) == ["to be"]


def test_two_lines():
    assert justify("one two three", 9) == ["one   two", "three"]


def test_uneven():
    assert justify("a b c d e f", 6) == ["a  b c", "d e f"]


def test_word_alone():
    assert justify("hello everybody now", 9) == ["hello", "everybody", "now"]


def test_exact():
    assert justify("ab cd ef gh", 5) == ["ab cd", "ef gh"]


def test_four_lines():
    lines = ["the   quick", "brown   fox", "jumps  over", "it"]
    assert justify("the quick brown fox jumps over it", 11) == lines
