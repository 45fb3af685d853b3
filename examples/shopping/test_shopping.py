import pytest

from shopping import basket_total, price_with_tax


def test_tax():
    assert price_with_tax(10) == pytest.approx(11)


def test_two_things():
    assert basket_total([10, 20]) == pytest.approx(33)


def test_nothing():
    assert basket_total([]) == 0
