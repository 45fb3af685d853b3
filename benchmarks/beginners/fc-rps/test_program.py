from program import valid_choice, winner


def test_rock():
    assert valid_choice("rock") is True


def test_capital():
    assert valid_choice(" Paper ") is True


def test_other():
    assert valid_choice("lizard") is False


def test_first():
    assert winner("rock", "scissors") == "first"


def test_second():
    assert winner("rock", "paper") == "second"


def test_error():
    assert winner("rock", "stone") == "error"
