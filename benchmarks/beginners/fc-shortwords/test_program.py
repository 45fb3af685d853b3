from program import drop_short_words


def test_single():
    assert drop_short_words("the big elephant", 4) == "elephant"


def test_nothing():
    assert drop_short_words("hello world", 3) == "hello world"


def test_separate():
    assert drop_short_words("hello a world", 3) == "hello world"


def test_many():
    assert drop_short_words("to be or not to be that is it", 3) == "not that"
