from program import totals_by_person


def test_empty():
    assert totals_by_person([]) == {}


def test_simple():
    assert totals_by_person(["a,1", "b,2", "A,5"]) == {"a": 6, "b": 2}


def test_blank_line():
    assert totals_by_person(["a,1", "  "]) == {"a": 1}


def test_blanks():
    assert totals_by_person(["Ann,3", "bob, 4", " ann ,5"]) == {"ann": 8, "bob": 4}
