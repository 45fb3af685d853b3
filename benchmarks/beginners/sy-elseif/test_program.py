from program import sign_word, describe


def test_pos():
    assert sign_word(4) == "positive"


def test_neg():
    assert sign_word(-4) == "negative"


def test_many():
    assert describe([0, 1]) == ["zero", "positive"]
