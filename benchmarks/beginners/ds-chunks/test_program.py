import pytest
from program import chunks


def test_even():
    assert chunks([1, 2, 3, 4], 2) == [[1, 2], [3, 4]]


def test_rest():
    assert chunks([1, 2, 3, 4, 5], 2) == [[1, 2], [3, 4], [5]]


def test_large():
    assert chunks([1], 3) == [[1]]


def test_empty():
    assert chunks([], 3) == []


def test_bad():
    with pytest.raises(ValueError):
        chunks([1], 0)
