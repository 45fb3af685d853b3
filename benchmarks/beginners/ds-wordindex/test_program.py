from program import word_index


def test_empty():
    assert word_index("") == {}


def test_single_line():
    assert word_index("a b a") == {"a": [1], "b": [1]}


def test_two_lines():
    assert word_index("The cat\nthe dog") == {"the": [1, 2], "cat": [1], "dog": [2]}


def test_gap():
    assert word_index("x\ny\nx")["x"] == [1, 3]
