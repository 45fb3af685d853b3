"""How one dictionary or set differs from another."""

from __future__ import annotations

from typing import Any

from gadfly_analyzers.symptoms.evidence import is_number
from gadfly_analyzers.symptoms.family import Family, Rank, Shown, family, of_mappings, of_values

Mapping = dict[Any, Any]


def lacks_keys(expected: Mapping, actual: Mapping) -> bool:
    """Keys are missing; what is there is right."""
    return bool(actual) and len(actual) < len(expected) and actual.items() <= expected.items()


def has_more_keys(expected: Mapping, actual: Mapping) -> bool:
    """Keys are too many; the others are right."""
    return bool(expected) and lacks_keys(actual, expected)


def has_values_exchanged(expected: Mapping, actual: Mapping) -> bool:
    """The right keys and values, but not together."""
    same = expected.keys() == actual.keys() and expected != actual
    return same and sorted(map(repr, expected.values())) == sorted(map(repr, actual.values()))


def is_turned_round(expected: Mapping, actual: Mapping) -> bool:
    """Keys stand where values should, and values where keys should."""
    return expected != actual and [(v, k) for k, v in expected.items()] == list(actual.items())


def has_each_off(expected: Mapping, actual: Mapping) -> bool:
    """Each of several values is a number and off by the same."""
    if (
        len(expected) < 2
        or expected.keys() != actual.keys()
        or not all(map(is_number, (*expected.values(), *actual.values())))
    ):
        return False
    return len({actual[key] - expected[key] for key in expected}) == 1 and expected != actual


def has_one_other_value(expected: Mapping, actual: Mapping) -> bool:
    """One key has another value."""
    same = expected.keys() == actual.keys() and len(expected) > 1
    return same and sum(expected[key] != actual[key] for key in expected) == 1


def has_other_values(expected: Mapping, actual: Mapping) -> bool:
    """The right keys with other values."""
    return expected != actual and expected.keys() == actual.keys()


def has_other_keys(expected: Mapping, actual: Mapping) -> bool:
    """The right values under other keys."""
    same = sorted(map(repr, expected.values())) == sorted(map(repr, actual.values()))
    return same and expected.keys() != actual.keys() and bool(expected)


def is_empty(expected: Mapping, actual: Mapping) -> bool:
    """Nothing in it."""
    return not actual and bool(expected)


def is_empty_set(expected: Any, actual: Any) -> bool:
    """A set with nothing in it."""
    return type(expected) is type(actual) is set and not actual and bool(expected)


def lacks_members(expected: Any, actual: Any) -> bool:
    """A set without some of its members."""
    return type(expected) is type(actual) is set and bool(actual) and actual < expected


def has_more_members(expected: Any, actual: Any) -> bool:
    """A set with some members too many."""
    return type(expected) is type(actual) is set and bool(expected) and actual > expected


_either: Shown = lambda evidence: of_mappings(is_empty)(evidence) or of_values(is_empty_set)(evidence)  # noqa: E731

FAMILIES: tuple[Family, ...] = (
    family("keys-missing", Rank.EXACT, "Some keys are left out, and the others are right.", of_mappings(lacks_keys)),
    family("keys-too-many", Rank.EXACT, "Some keys are too many, and the others are right.",
           of_mappings(has_more_keys)),
    family("keys-as-values", Rank.EXACT, "Keys and values have changed places.", of_mappings(is_turned_round),
           "dict-gives-pairs"),
    family("values-exchanged", Rank.EXACT, "The values are right, but under other keys.",
           of_mappings(has_values_exchanged)),
    family("each-value-off", Rank.EXACT, "Every value is off by the same.", of_mappings(has_each_off),
           "missing-key-is-zero"),
    family("members-missing", Rank.EXACT, "Some members are left out, and the others are right.",
           of_values(lacks_members)),
    family("members-too-many", Rank.EXACT, "Some members are too many, and the others are right.",
           of_values(has_more_members)),
    family("nothing-collected", Rank.KIND, "Nothing is in it, where something belongs.", _either),
    family("one-value-differs", Rank.KIND, "Only one key has a wrong value.", of_mappings(has_one_other_value)),
    family("other-keys", Rank.KIND, "The values are right, but the keys are not.", of_mappings(has_other_keys)),
    family("other-values", Rank.PART, "The keys are right, but the values are not.", of_mappings(has_other_values)),
)  # fmt: skip
