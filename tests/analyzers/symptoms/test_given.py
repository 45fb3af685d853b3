"""Results that go together with the arguments of the call: for each family a hit and its nearest miss."""

from __future__ import annotations

from typing import Any

import pytest

from gadfly_analyzers.symptoms import given
from helpers.symptoms import failing, families, names

Case = tuple[str, Any, Any]
# family: (call, expected, actual) that show it, (call, expected, actual) that nearly do
TABLE: dict[str, tuple[Case, Case]] = {
    "exclusive-or": (("f(2, 5)", 32, 7), ("f(2, 5)", 32, 10)),
    "given-back": (("f([2, 1])", [1, 2], [2, 1]), ("f([2, 1])", [1, 2], [2])),
    "wrong-ones-kept": (("f([1, 2, 3])", [2], [1, 3]), ("f([1, 2, 3])", [2], [1])),
    "other-end": (("f([4, 1, 7])", 7, 1), ("f([4, 1, 7])", 7, 4)),
    "only-end-of-given": (("f([4, 1, 7])", [5, 2, 8], [4]), ("f([4, 1, 7])", [5, 2, 8], [1])),
    "place-for-item": (("f([4, 8, 7])", 8, 1), ("f([4, 8, 7])", 8, 2)),
    "item-for-place": (("f([4, 8, 7])", 1, 8), ("f([4, 8, 7])", 2, 8)),
    "neighbour": (("f([4, 8, 7])", 8, 7), ("f([4, 8, 7])", 4, 7)),
    "other-operation": (("f(7, 2)", 14, 9), ("f(7, 2)", 14, 10)),
    "other-summary": (("f([4, 8, 7])", 19, 8), ("f([4, 8, 7])", 19, 9)),
    "off-by-end": (("f([4, 8, 7])", 19, 12), ("f([4, 8, 7])", 19, 11)),
    "off-by-given": (("f(4)", 10, 6), ("f(4)", 10, 7)),
    "off-by-factor-given": (("f(5)", 120, 24), ("f(5)", 120, 25)),
    "other-item": (("f(['a', 'b', 'c'])", "a", "c"), ("f(['a', 'b', 'c'])", "a", "d")),
    "number-given-back": (("f(5)", 120, 5), ("f(5)", 120, 4)),
    "not-found": (("f([4, 8, 7], 8)", 1, -1), ("f(4, 8)", 1, -1)),
    "length-given": (("f([4, 8, 7])", 0, 3), ("f([4, 8, 7])", 0, 2)),
}


@pytest.mark.parametrize("family", TABLE)
def test_hit_and_nearest_miss(family: str) -> None:
    (call, expected, actual), (other_call, other_expected, other_actual) = TABLE[family]
    assert family in families(failing(expected, actual, call))
    assert family not in families(failing(other_expected, other_actual, other_call))


def test_no_family_is_left_out() -> None:
    assert sorted(TABLE) == sorted([*names(given.FAMILIES), "not-found"])


@pytest.mark.parametrize("given_value", [{"balance": 10}, {"a", "b"}, (1, 2), "ab"])
def test_whatever_has_parts_can_come_back_as_it_was(given_value: Any) -> None:
    assert "given-back" in families(failing(type(given_value)(), given_value, f"f({given_value!r})"))


@pytest.mark.parametrize("family", ["other-end", "neighbour", "off-by-given", "other-summary", "length-given"])
def test_what_holds_in_one_test_alone_is_chance(family: str) -> None:
    call, expected, actual = TABLE[family][0]
    assert family not in families(failing(expected, actual, call), [failing(40, 77, "f([90, 91, 92])")])


def test_arguments_that_are_not_known_say_nothing() -> None:
    shown = families(failing([1, 2], [2, 1], "f(<Stack items=[2, 1]>)"))
    assert not set(shown) & set(TABLE)


def test_huge_powers_are_not_computed() -> None:
    assert "other-operation" not in families(failing(1, 2, "f(9999, 9999)"))
    assert "exclusive-or" not in families(failing(1, 2, f"f(2, {10**12})"))


def test_digits_of_numbers_that_were_given_are_alike_by_chance() -> None:
    assert "number-given-back" in families(failing(10, 1, "f(50, 1, 10)"))
    assert not {"point-moved", "digits-reversed"} & set(families(failing(10, 1, "f(50, 1, 10)")))
    assert "point-moved" in families(failing(10, 1, "f(50, 1)"))


def test_zero_is_no_other_way_to_put_numbers_together() -> None:
    assert "other-operation" not in families(failing(8, 0, "f(2, 3)"))
    assert "stays-at-zero" in families(failing(8, 0, "f(2, 3)"))
