"""Of two values: each family has a pair that shows it, and the nearest pair that does not."""

from __future__ import annotations

from typing import Any

import pytest

from gadfly_analyzers.symptoms import kinds, mappings, numbers, sequences, text
from gadfly_analyzers.values import Value
from helpers.symptoms import failing, families, names

INFINITE = Value("inf", "float", False)
GENERATOR = Value("<generator f>", "generator", False)
FUNCTION = Value("<function f>", "function", False)
Pair = tuple[Any, Any]
# family: (expected, actual) that show it, (expected, actual) that nearly do
NUMBERS: dict[str, tuple[Pair, Pair]] = {
    "float-noise": ((0.3, 0.30000000000000004), (0.3, 0.3001)),
    "floored": ((2.5, 2), (2.5, 3)),
    "rounded": ((2.46, 2.5), (2.46, 2.6)),
    "not-rounded": ((2.5, 2.46), (0, -0.1)),
    "sign-flipped": ((3, -3), (3, -4)),
    "off-by-one": ((3, 4), (3.0, 4.0)),
    "doubled": ((7, 14), (7, 15)),
    "halved": ((14, 7), (15, 7)),
    "point-moved": ((1.25, 125), (1.25, 126)),
    "digits-reversed": ((123, 321), (123, 312)),
    "digits-missing": ((1234, 123), (1234, 124)),
    "squared": ((9, 81), (9, 82)),
    "upside-down": ((4, 0.25), (4, 0.5)),
    "infinite": ((4, INFINITE), (4, Value("nan", "float", False))),
    "stays-at-zero": ((4, 0), (4, 1)),
    "beyond-zero": ((3, -5), (3, 0)),
    "whole-number": ((2.5, 7), (2.5, 7.5)),
    "not-whole": ((7, 2.5), (7, 2.0)),
    "near": ((1000, 1009), (1000, 1011)),
    "less": ((9, 2), (2, 9)),
    "more": ((2, 9), (9, 2)),
}
SEQUENCES: dict[str, tuple[Pair, Pair]] = {
    "last-missing": (([1, 2, 3], [1, 2]), ([1, 2, 3], [1, 3])),
    "first-missing": (([1, 2, 3], [2, 3]), ([1, 2, 3], [1, 3])),
    "one-missing": (([1, 2, 3], [1, 3]), ([1, 2, 3], [1, 2])),
    "one-too-many": (([1, 2, 3], [1, 2, 9, 3]), ([1, 2, 3], [1, 3, 9, 2])),
    "sorted-the-other-way": (([1, 2, 3], [3, 2, 1]), ([2, 1, 3], [3, 1, 2])),
    "reversed": (([2, 1, 3], [3, 1, 2]), ([2, 1, 3], [3, 2, 1])),
    "nested": (([1, 2], [[1], [2]]), ([1, 2], [[1], [3]])),
    "flat": (([[1], [2]], [1, 2]), ([[1], [2]], [1, 3])),
    "repeated": (([1, 2], [1, 2, 1, 2]), ([1, 2], [1, 2, 2, 1])),
    "only-first": (([1, 2, 3], [1]), ([1, 2, 3], [2])),
    "only-last": (([1, 2, 3], [3]), ([1, 2, 3], [2])),
    "doubles-kept": (([1, 2], [1, 2, 1]), ([1, 2], [1, 2, 3])),
    "doubles-lost": (([1, 2, 1], [1, 2]), ([1, 2, 1], [1, 3])),
    "all-the-same": (([1, 2, 3], [3, 3, 3]), ([1, 2, 3], [3, 3, 2])),
    "other-kinds": (([1, 2], ["1", "2"]), ([1, 2], ["1", "3"])),
    "each-off": (([1, 2, 3], [2, 3, 4]), ([1, 2, 3], [2, 3, 5])),
    "each-times": (([1, 2, 3], [2, 4, 6]), ([1, 2, 3], [2, 4, 7])),
    "adds-up": (([3, 7, 1], [3, 10, 11]), ([3, 7, 1], [3, 10, 1])),
    "not-added-up": (([3, 10, 11], [3, 7, 1]), ([3, 10, 1], [3, 7, 1])),
    "two-exchanged": (([1, 2, 3, 4], [1, 4, 3, 2]), ([1, 2, 3, 4], [4, 2, 1, 3])),
    "rotated": (([1, 2, 3, 4], [3, 4, 1, 2]), ([1, 2, 3, 4], [3, 4, 2, 1])),
    "empty": (([1], []), ([1], [2])),
    "unsorted": (([1, 2, 3], [2, 1, 3]), ([2, 3, 1], [2, 1, 3])),
    "other-order": (([2, 3, 1], [2, 1, 3]), ([2, 3, 1], [2, 1, 4])),
    "last-differs": (([1, 2, 3], [1, 2, 4]), ([1, 2, 3], [1, 4, 3])),
    "first-differs": (([1, 2, 3], [4, 2, 3]), ([1, 2, 3], [1, 4, 3])),
    "one-differs": (([1, 2, 3], [1, 4, 3]), ([1, 2, 3], [1, 4, 4])),
    "some-missing": (([1, 2, 3, 4], [2, 4]), ([1, 2, 3, 4], [4, 2])),
    "some-too-many": (([2, 4], [1, 2, 3, 4]), ([4, 2], [1, 2, 3, 4])),
    "items-nearly-right": ((["ab", "cd"], ["ab,", "cd,"]), (["ab", "cd"], ["ab,", "xy,"])),
    "few-differ": (([1, 2, 3, 4], [1, 2, 9, 9]), ([1, 2, 3, 4], [1, 9, 9, 9])),
    "begins-right": (([1, 2, 3, 4], [1, 2, 9, 9]), ([1, 2, 3, 4], [1, 9, 9, 9])),
    "ends-right": (([1, 2, 3, 4], [9, 9, 3, 4]), ([1, 2, 3, 4], [9, 9, 9, 4])),
    "no-item-right": (([2], [1]), ([], [1])),
    "fewer-items": (([1, 2, 3], [7, 8]), ([1, 2], [7, 8])),
    "more-items": (([1, 2], [7, 8, 9]), ([1, 2], [7, 8])),
}
MAPPINGS: dict[str, tuple[Pair, Pair]] = {
    "keys-missing": (({"a": 1, "b": 2}, {"a": 1}), ({"a": 1, "b": 2}, {"a": 2})),
    "keys-too-many": (({"a": 1}, {"a": 1, "b": 2}), ({"a": 1}, {"a": 2, "b": 2})),
    "keys-as-values": (({"a": 1}, {1: "a"}), ({"a": 1}, {1: "b"})),
    "values-exchanged": (({"a": 1, "b": 2}, {"a": 2, "b": 1}), ({"a": 1, "b": 2}, {"a": 2, "b": 2})),
    "each-value-off": (({"a": 1, "b": 2}, {"a": 2, "b": 3}), ({"a": 1}, {"a": 2})),
    "members-missing": (({1, 2}, {1}), ({1, 2}, {3})),
    "members-too-many": (({1}, {1, 2}), ({1}, {2, 3})),
    "nothing-collected": (({"a": 1}, {}), ({"a": 1}, {"b": 1})),
    "one-value-differs": (({"a": 1, "b": 2}, {"a": 1, "b": 3}), ({"a": 1, "b": 2}, {"a": 2, "b": 4})),
    "other-keys": (({"a": 1}, {"b": 1}), ({"a": 1}, {"b": 2})),
    "other-values": (({"a": 1, "b": 2}, {"a": 5, "b": 9}), ({"a": 1, "b": 2}, {"a": 5, "c": 9})),
}
TEXTS: dict[str, tuple[Pair, Pair]] = {
    "case": (("Ada", "ada"), ("Ada", "adb")),
    "white-space": (("a b", "a  b"), ("a b", "a  c")),
    "punctuation": (("a, b!", "a b"), ("a, b!", "a c")),
    "last-character-missing": (("abc", "ab"), ("abc", "ac")),
    "first-character-missing": (("abc", "bc"), ("abc", "ac")),
    "text-repeated": (("ab", "abab"), ("ab", "abba")),
    "text-reversed": (("abc", "cba"), ("abc", "cab")),
    "words-reversed": (("to be or", "or be to"), ("to be or", "or to be")),
    "words-reordered": (("to be or", "or to be"), ("to be or", "or to bee")),
    "letters-shifted": (("abc", "bcd"), ("abc", "bce")),
    "characters-swapped": (("0010", "1101"), ("0010", "1100")),
    "end-missing": (("abcde", "ab"), ("abcde", "ac")),
    "start-missing": (("abcde", "de"), ("abcde", "ce")),
    "more-behind": (("ab", "abcde"), ("ab", "acb")),
    "more-before": (("de", "abcde"), ("de", "abcdf")),
    "text-empty": (("ab", ""), ("ab", "c")),
    "one-character-differs": (("abc", "abd"), ("abc", "add")),
    "other-numbers": (("sum: 12", "sum: 15"), ("sum: 12", "sun: 12")),
    "one-word-differs": (("to be or", "to bee or"), ("to be or", "to bee ore")),
    "words-missing": (("to be or not", "to or"), ("to be or not", "or to")),
    "words-too-many": (("to or", "to be or not"), ("or to", "to be or not")),
    "other-words": (("sum: 12", "total is 12"), ("sum: 12", "total is 13")),
    "characters-reordered": (("abc", "bac"), ("abc", "bad")),
    "characters-missing": (("abcdef", "abdf"), ("abcdef", "adbf")),
    "characters-too-many": (("abdf", "abcdef"), ("adbf", "abcdef")),
    "few-characters-differ": (("abcdef", "abxdex"), ("abcdef", "axxxxf")),
    "text-begins-right": (("abcdef", "abcxyz"), ("abcdef", "abwxyz")),
    "text-ends-right": (("abcdef", "xyzdef"), ("abcdef", "wxyzef")),
    "shorter-text": (("abc", "xy"), ("abc", "xyz")),
    "longer-text": (("ab", "xyz"), ("abc", "xyz")),
}
KINDS: dict[str, tuple[Pair, Pair]] = {
    "value-as-text": ((6, "6"), (6, "33")),
    "text-as-value": (("6", 6), ("6", 7)),
    "value-in-tuple": ((6, (6,)), (6, (6, 6))),
    "value-in-list": ((6, [6]), (6, [6, 6])),
    "value-not-in-list": (([6], 6), ([6], 7)),
    "one-part": ((("A", 90), "A"), (("A", 90), "B")),
    "other-sequence": (([1, 2], (1, 2)), ([1, 2], (1, 3))),
    "equal-of-other-kind": ((2, 2.0), (2, 2.5)),
    "code-for-value": ((6, FUNCTION), (6, GENERATOR)),
    "unmade-items": (([1], GENERATOR), ([1], FUNCTION)),
    "text-for-number": ((6, "33"), ("6", "33")),
    "number-for-text": (("six", 6), (7, 6)),
    "truth-for-value": ((6, True), (6, 1)),
    "value-for-truth": ((True, 6), (True, False)),
    "several-for-one": ((6, [1, 5]), ([6], [1, 5])),
    "one-for-several": (([1, 5], 6), ([1, 5], [6])),
    "other-kind": (({"a": 1}, [1]), (1, 1.5)),
}
TABLES = {**NUMBERS, **SEQUENCES, **MAPPINGS, **TEXTS, **KINDS}


@pytest.mark.parametrize("family", TABLES)
def test_hit_and_nearest_miss(family: str) -> None:
    hit, miss = TABLES[family]
    assert family in families(failing(*hit))
    assert family not in families(failing(*miss))


def test_no_family_is_left_out() -> None:
    all_families = [numbers.FAMILIES, sequences.FAMILIES, mappings.FAMILIES, text.FAMILIES, kinds.FAMILIES]
    elsewhere = ["not-found"]  # see test_given.py
    assert sorted([*TABLES, *elsewhere]) == sorted(name for group in all_families for name in names(group))


@pytest.mark.parametrize(
    ("expected", "actual", "first"),
    [
        ([1, 2, 3], [1, 2], "last-missing"),
        ([1, 2, 3], [3, 2, 1], "sorted-the-other-way"),
        ((1, 2, 3), (1, 2), "last-missing"),
        (2.5, 2, "floored"),
        (6, "6", "value-as-text"),
        ("Ada", "ada", "case"),
        (100, 47, "less"),
        ([5, 6, 1], [1, 2, 3, 4], "more-items"),
        ({"a": Value, "b": 1}, {"c": 2}, "differs"),
        (3, 3, "differs"),
    ],
)
def test_the_most_specific_comes_first(expected: Any, actual: Any, first: str) -> None:
    assert families(failing(expected, actual))[0] == first


@pytest.mark.parametrize("operator", ["<", "in", "!=", "is not"])
def test_only_what_ought_to_be_equal_is_compared(operator: str) -> None:
    assert families(failing([1, 2, 3], [1, 2], operator=operator)) == ["differs"]


def test_what_was_cut_is_not_read() -> None:
    cut = Value("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ...]", "list", False)
    assert families(failing([1, 2, 3], cut)) == ["much-longer", "differs"]
    assert families(failing([1, 2, 3], Value("[1, 2, ...]", "list", False))) == ["differs"]


def test_infinity_is_read_as_a_number() -> None:
    assert families(failing({"a": 1, "b": 2}, Value("{'a': 1, 'b': inf}", "dict", False)))[0] == "one-value-differs"
