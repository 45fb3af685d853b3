from program import make_username


def test_simple():
    assert make_username("Ann", "Lee", 2004) == "alee04"


def test_space():
    assert make_username("Bob", "de Vries", 1999) == "bdevries99"


def test_hyphen():
    assert make_username("Cora", "Smith-Jones", 2001) == "csmithjones01"
