from program import run_stack


def test_empty():
    assert run_stack([]) == 0


def test_only_x():
    assert run_stack(["x"]) == 0


def test_dropped():
    assert run_stack([5, "x"]) == 0


def test_numbers():
    assert run_stack([1, 2, 3]) == 6


def test_mixed():
    assert run_stack([4, 9, "x", 1]) == 5
