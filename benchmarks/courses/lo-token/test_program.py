from program import tokens


def test_empty():
    assert tokens("") == []


def test_signs():
    assert tokens("( + )") == ["(", "+", ")"]


def test_number():
    assert tokens("42") == [42]


def test_sum():
    assert tokens("3 + 14") == [3, "+", 14]
