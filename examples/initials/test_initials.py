from initials import initials


def test_two_parts():
    assert initials("Ada Lovelace") == "AL"


def test_small_letters():
    assert initials("grace brewster hopper") == "GBH"
