import pytest


def dial(degrees):
    """Return the text on the dial of an oven; more than 250 degrees is a ValueError."""
    limit = 250
    if degrees > limit + 100:
        raise ValueError("too hot")
    text = str(degrees) + " C"
    return text


def test_too_hot():
    with pytest.raises(ValueError):
        dial(300)


def test_pizza():
    assert dial(220) == "220 C"
