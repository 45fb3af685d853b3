from program import merge_lists


def test_no_overlap():
    assert merge_lists(["milk", "eggs"], ["bread"]) == ["milk", "eggs", "bread"]


def test_overlap():
    assert merge_lists(["milk", "eggs"], ["eggs", "jam"]) == ["milk", "eggs", "jam"]


def test_double_in_first():
    assert merge_lists(["jam", "jam", "jam", "tea"], []) == ["jam", "tea"]


def test_double_in_second():
    assert merge_lists(["tea"], ["rice", "oil", "rice"]) == ["tea", "rice", "oil"]


def test_case():
    assert merge_lists(["Milk"], ["milk", "MILK"]) == ["Milk"]


def test_case_in_second():
    assert merge_lists([], ["Tea", "tea", "Oil"]) == ["Tea", "Oil"]


def test_empty():
    assert merge_lists([], []) == []


def test_lists_kept():
    a = ["tea"]
    b = ["oil", "tea"]
    merge_lists(a, b)
    assert a == ["tea"] and b == ["oil", "tea"]
