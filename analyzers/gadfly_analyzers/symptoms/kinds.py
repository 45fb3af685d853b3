"""What came is of another kind than what should come."""

from __future__ import annotations

from typing import Any

from gadfly_analyzers.symptoms.evidence import Evidence, is_number
from gadfly_analyzers.symptoms.family import Family, Rank, Shown, family, of_values

_NUMBERS = ("int", "float", "complex")
_SEVERAL = ("list", "tuple", "set", "dict")
_CODE = ("function", "builtin_function_or_method", "method", "type")
_LAZY = ("generator", "map", "filter", "zip", "range", "enumerate", "reversed", "dict_keys", "dict_values",
           "dict_items",
         "list_iterator", "list_reverseiterator")  # fmt: skip


def is_in_text(expected: Any, actual: Any) -> bool:
    """The right value, written as text."""
    return type(actual) is str and type(expected) is not str and actual.strip() in (str(expected), repr(expected))


def should_be_text(expected: Any, actual: Any) -> bool:
    """The right text, as a value of another kind."""
    return type(expected) is str and type(actual) is not str and str(actual) == expected.strip()


def is_in_tuple(expected: Any, actual: Any) -> bool:
    """The right value, alone in a tuple."""
    return type(actual) is tuple and type(expected) is not tuple and actual == (expected,)


def is_in_list(expected: Any, actual: Any) -> bool:
    """The right value, alone in a list."""
    return type(actual) is list and type(expected) is not list and actual == [expected]


def should_be_in_list(expected: Any, actual: Any) -> bool:
    """A value that should be alone in a list or tuple, and is not."""
    return type(expected) in (list, tuple) and type(actual) not in (list, tuple) and list(expected) == [actual]


def is_one_part(expected: Any, actual: Any) -> bool:
    """One of several values that belong together."""
    several = type(expected) in (list, tuple) and len(expected) > 1
    return several and type(actual) is not type(expected) and actual in expected


def is_other_sequence(expected: Any, actual: Any) -> bool:
    """The right items in a list for a tuple, or the like."""
    kinds = (list, tuple, set)
    both = type(expected) in kinds and type(actual) in kinds and type(expected) is not type(actual)
    return both and sorted(map(repr, expected)) == sorted(map(repr, actual))


def is_equal(expected: Any, actual: Any) -> bool:
    """The same value, of another kind."""
    return type(expected) is not type(actual) and bool(expected == actual)


def of_kinds(expected: tuple[str, ...], actual: tuple[str, ...]) -> Shown:
    """Ask of the two types by name."""
    return lambda evidence: evidence.types is not None and evidence.types[0] in expected and evidence.types[1] in actual


def gives_truth_for_value(evidence: Evidence) -> bool:
    """Yes or no where there should be a value."""
    return evidence.types is not None and evidence.types[1] == "bool" != evidence.types[0] != "NoneType"


def gives_value_for_truth(evidence: Evidence) -> bool:
    """A value where there should be yes or no."""
    return evidence.types is not None and evidence.types[0] == "bool" != evidence.types[1] != "NoneType"


def gives_code(evidence: Evidence) -> bool:
    """A function or class itself."""
    return evidence.types is not None and evidence.types[1] in _CODE and evidence.types[0] not in _CODE


def gives_unmade(evidence: Evidence) -> bool:
    """What could make the items, or a list of such."""
    if evidence.types is None or evidence.compared is None or evidence.types[0] in _LAZY:
        return False
    return evidence.types[1] in _LAZY or "<generator " in evidence.compared.actual.text.split("'")[0]


def is_other_kind(evidence: Evidence) -> bool:
    """Of another kind at all; whole numbers and others are one kind, and of nothing at all others tell."""
    if evidence.types is None or evidence.types[1] == "NoneType":
        return False
    expected, actual = evidence.types
    return expected != actual and not {expected, actual} <= set(_NUMBERS)


def text_that_is_no_number(evidence: Evidence) -> bool:
    """Text where there should be a number, but not that number."""
    return evidence.values is not None and is_number(evidence.expected) and type(evidence.actual) is str


FAMILIES: tuple[Family, ...] = (
    family("value-as-text", Rank.EXACT, "The value is right, but it is text.", of_values(is_in_text),
           "input-is-number", "text-and-number-join"),
    family("text-as-value", Rank.EXACT, "It looks right, but it is not text.", of_values(should_be_text),
           "text-and-number-join"),
    family("value-in-tuple", Rank.EXACT, "The value is right, but it is in a tuple.", of_values(is_in_tuple),
           "comma-is-harmless"),
    family("value-in-list", Rank.EXACT, "The value is right, but it is in a list.", of_values(is_in_list)),
    family("value-not-in-list", Rank.EXACT, "The value is right, but not in a list.", of_values(should_be_in_list)),
    family("one-part", Rank.EXACT, "Only one part of what belongs together is there.", of_values(is_one_part),
           "return-does-not-leave"),
    family("other-sequence", Rank.EXACT, "The items are right, but not what holds them.", of_values(is_other_sequence)),
    family("equal-of-other-kind", Rank.EXACT, "The values are equal, but of another kind.", of_values(is_equal),
           "division-gives-whole", "is-compares-values"),
    family("code-for-value", Rank.EXACT, "A function comes, and not what it gives.", gives_code,
           "call-without-parentheses"),
    family("unmade-items", Rank.EXACT, "What makes the items comes, and not the items.", gives_unmade),
    family("text-for-number", Rank.KIND, "It is text, where a number is right.", text_that_is_no_number,
           "input-is-number", "text-and-number-join"),
    family("number-for-text", Rank.KIND, "It is a number, where text is right.", of_kinds(("str",), _NUMBERS)),
    family("truth-for-value", Rank.KIND, "It is yes or no, where a value is right.", gives_truth_for_value,
           "or-distributes", "equals-sign-compares"),
    family("value-for-truth", Rank.KIND, "It is a value, where yes or no is right.", gives_value_for_truth,
           "or-distributes", "and-or-mixed"),
    family("several-for-one", Rank.KIND, "Several values come, where one is right.",
           of_kinds((*_NUMBERS, "str"), _SEVERAL), "comma-is-harmless"),
    family("one-for-several", Rank.KIND, "One value comes, where several belong.",
           of_kinds(_SEVERAL, (*_NUMBERS, "str")), "return-does-not-leave"),
    family("other-kind", Rank.KIND, "It is another kind of thing.", is_other_kind),
)  # fmt: skip
