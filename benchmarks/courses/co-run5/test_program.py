from program import rank_runners


def test_by_laps():
    assert rank_runners([("Ana", 10, 50), ("Bo", 12, 70), ("Cy", 11, 60)]) == ["Bo", "Cy", "Ana"]


def test_tie():
    assert rank_runners([("Ana", 10, 55), ("Bo", 10, 50)]) == ["Bo", "Ana"]


def test_mixed():
    assert rank_runners([("Dee", 8, 40), ("Eli", 9, 45), ("Fay", 8, 38), ("Gus", 9, 44)]) == ["Gus", "Eli", "Fay", "Dee"]


def test_empty():
    assert rank_runners([]) == []


def test_one():
    assert rank_runners([("Ana", 3, 9)]) == ["Ana"]


def test_reversed_field():
    assert rank_runners([("A", 1, 30), ("B", 2, 30), ("C", 3, 30), ("D", 4, 30), ("E", 5, 30)]) == ["E", "D", "C", "B", "A"]


def test_slow_but_far():
    assert rank_runners([("Ana", 5, 20), ("Bo", 9, 90)]) == ["Bo", "Ana"]
    assert rank_runners([("Bo", 9, 90), ("Ana", 5, 20)]) == ["Bo", "Ana"]


def test_input_kept():
    data = [("Ana", 10, 55), ("Bo", 11, 50)]
    rank_runners(data)
    assert data == [("Ana", 10, 55), ("Bo", 11, 50)]
