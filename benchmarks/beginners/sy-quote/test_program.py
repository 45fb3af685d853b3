from program import greet


def test_nobody():
    assert greet([]) == "Nobody here"


def test_one():
    assert greet(["Ada"]) == "Hello Ada!"


def test_two():
    assert greet(["Ada", "Bob"]) == "Hello Ada and Bob!"
