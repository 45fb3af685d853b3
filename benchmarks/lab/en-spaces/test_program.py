from program import tidy


def test_empty():
    assert tidy("") == ""


def test_tidy_already():
    assert tidy("all is well") == "all is well"


def test_ends():
    assert tidy("  hello ") == "hello"


def test_two_blanks():
    assert tidy("to  be") == "to be"


def test_many_blanks():
    assert tidy("a    b     c") == "a b c"
