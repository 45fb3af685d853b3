from program import permutations


def test_empty():
    assert permutations([]) == [[]]


def test_count():
    assert len(permutations([1, 2, 3])) == 6


def test_one():
    assert permutations([4]) == [[4]]


def test_two():
    assert permutations(["a", "b"]) == [["a", "b"], ["b", "a"]]
