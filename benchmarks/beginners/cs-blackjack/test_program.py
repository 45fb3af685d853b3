from program import hand, winner


def test_simple():
    assert hand("2H 3S").value() == 5


def test_blackjack():
    assert hand("AH KS").is_blackjack()


def test_ten():
    assert hand("10H 5S").value() == 15


def test_two_aces():
    assert hand("AH AS KD").value() == 12


def test_dealer_bust():
    assert winner(hand("5H 6S"), hand("KH QS 5D")) == "player"


def test_push():
    assert winner(hand("KH"), hand("QS")) == "push"


def test_player_bust():
    assert winner(hand("KH QS 5D"), hand("2H")) == "dealer"
