from program import TicTacToe, play


def test_start():
    assert TicTacToe().winner() is None


def test_row():
    assert play([(0, 0), (1, 0), (0, 1), (1, 1), (0, 2)]).winner() == "X"


def test_column():
    assert play([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]).winner() == "X"


def test_diagonal():
    assert play([(0, 0), (0, 1), (1, 1), (1, 0), (2, 2)]).winner() == "X"


def test_taken():
    g = play([(1, 1), (1, 1)])
    assert g.player == "O"


def test_alternate():
    assert play([(1, 1)]).player == "O"


def test_draw():
    assert not TicTacToe().is_draw()
