def report(steps):
    """Print the metres after each step along the trail, and return how many there are in all."""
    metres = 0
    for step in steps:
        metres = step
        print("metres", metres)
    return metres


def test_two_steps():
    assert report([5, 3]) == 8


def test_one_step():
    assert report([4]) == 4
