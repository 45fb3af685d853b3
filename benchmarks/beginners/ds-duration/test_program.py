import pytest
from program import parse_duration


def test_empty():
    assert parse_duration("") == 0


def test_seconds():
    assert parse_duration("45s") == 45


def test_mixed():
    assert parse_duration("1h30m") == 5400


def test_no_unit():
    with pytest.raises(ValueError):
        parse_duration("12")


def test_bad_char():
    with pytest.raises(ValueError):
        parse_duration("5x")
