from program import print_queue


def test_one():
    assert print_queue([("a", 3)], 5) == [("a", 3)]


def test_two_short():
    assert print_queue([("a", 2), ("b", 3)], 4) == [("a", 2), ("b", 5)]


def test_comes_again():
    assert print_queue([("a", 5), ("b", 2)], 3) == [("b", 5), ("a", 7)]


def test_exact():
    assert print_queue([("a", 3), ("b", 3)], 3) == [("a", 3), ("b", 6)]


def test_empty():
    assert print_queue([], 4) == []


def test_three():
    assert print_queue([("a", 4), ("b", 1), ("c", 6)], 2) == [("b", 3), ("a", 7), ("c", 11)]


def test_many_turns():
    assert print_queue([("x", 7)], 2) == [("x", 7)]


def test_jobs_kept():
    jobs = [("a", 5), ("b", 2)]
    print_queue(jobs, 3)
    assert jobs == [("a", 5), ("b", 2)]
