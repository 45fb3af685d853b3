from program import add_guest, make_table


def test_given():
    assert add_guest("bo", ["al"]) == ["al", "bo"]


def test_already():
    assert add_guest("al", ["al"]) == ["al"]


def test_two_calls():
    add_guest("x")
    assert add_guest("y") == ["y"]


def test_two_tables():
    make_table(["p", "q"])
    assert make_table(["r"]) == ["r"]
