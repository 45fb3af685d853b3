from program import feedback


def test_all_right():
    assert feedback("apple", "apple") == "GGGGG"


def test_nothing():
    assert feedback("apple", "windy") == "-----"


def test_wrong_places():
    assert feedback("crane", "react") == "YYGY-"


def test_second_p():
    assert feedback("apple", "paper") == "YYGY-"


def test_double_in_guess():
    assert feedback("crane", "eerie") == "--Y-G"


def test_double_in_both():
    assert feedback("level", "alley") == "-YYG-"


def test_capitals():
    assert feedback("Apple", "aPPly") == "GGGG-"
