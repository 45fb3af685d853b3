"""How a wrong result goes together with what was given to the call."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from math import isclose, prod
from typing import Any

from gadfly_analyzers.symptoms.evidence import Evidence, Number, is_number
from gadfly_analyzers.symptoms.family import Family, Rank, consistently, family
from gadfly_analyzers.symptoms.sequences import counted

LARGEST = 10_000  # of numbers whose powers are tried
_OPERATIONS: tuple[Callable[[Any, Any], Any], ...] = (
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow,
    min, max, lambda a, b: b - a, lambda a, b: b / a, lambda a, b: b // a, lambda a, b: b % a, lambda a, b: b**a,
)  # fmt: skip
_SUMMARIES: tuple[Callable[[Any], Any], ...] = (
    sum, prod, min, max, len, lambda items: sum(items) / len(items), lambda items: sorted(items)[len(items) // 2],
    lambda items: items[0], lambda items: items[-1], lambda items: len(set(items)),
)  # fmt: skip


def gives_it_back(evidence: Evidence) -> bool:
    """Something with parts that was given is the result, and should not be."""
    return differs(evidence) and any(
        type(each) is type(evidence.actual) and each == evidence.actual
        for each in evidence.arguments
        if (isinstance(each, (list, tuple, dict, set)) and each) or (isinstance(each, str) and len(each) > 1)
    )


def gives_number_back(evidence: Evidence) -> bool:
    """A number that was given is the result, and should not be."""
    return differs(evidence) and is_number(evidence.actual) and evidence.actual in _numbers(evidence)


def gives_length(evidence: Evidence) -> bool:
    """The number of the given items is the result, and should not be."""
    return differs(evidence) and evidence.actual in [len(each) for each in _several(evidence) if len(each) > 2]


def keeps_wrong_ones(evidence: Evidence) -> bool:
    """What should be kept is left out, and the other way round."""
    if evidence.sequences is None or not all(evidence.sequences):
        return False
    both = counted(chain(*evidence.sequences))
    return any(both == counted(each) for each in _several(evidence))


def picks_other_end(evidence: Evidence) -> bool:
    """The smallest for the greatest, or the other way round."""
    ends = [(min(each), max(each)) for each in _rows(evidence)]
    return differs(evidence) and any(evidence.numbers in (pair, pair[::-1]) for pair in ends)


def picks_neighbour(evidence: Evidence) -> bool:
    """The item that stands beside the right one."""
    return differs(evidence) and any(
        (one, other) in ((evidence.expected, evidence.actual), (evidence.actual, evidence.expected))
        for each in _several(evidence)
        if len(each) > 2
        for one, other in pairwise(each)
    )


def picks_other_item(evidence: Evidence) -> bool:
    """One of the given items, but not the right one."""
    several = (each for each in _several(evidence) if len(each) > 1)
    return differs(evidence) and any(
        _is_in(evidence.expected, each) and _is_in(evidence.actual, each) for each in several
    )


def gives_place_of_item(evidence: Evidence) -> bool:
    """The place of the item, where the item should come."""
    return differs(evidence) and any(
        _stands_at(evidence.expected, evidence.actual, each) for each in _several(evidence)
    )


def gives_item_at_place(evidence: Evidence) -> bool:
    """The item at the place, where the place should come."""
    return differs(evidence) and any(
        _stands_at(evidence.actual, evidence.expected, each) for each in _several(evidence)
    )


def uses_exclusive_or(evidence: Evidence) -> bool:
    """What ``^`` gives, where a power should come."""
    a, b = _two(evidence) or (0.5, 0.5)
    if not (isinstance(a, int) and isinstance(b, int)) or max(abs(a), abs(b)) > LARGEST or b < 0 or b > 64:
        return False
    return differs(evidence) and evidence.expected == a**b and evidence.actual == a ^ b


def uses_other_operation(evidence: Evidence) -> bool:
    """The expected and the actual number both come from the two given ones, in different ways."""
    two = _two(evidence)
    if two is None or not differs(evidence) or evidence.actual == 0:  # zero is what every second operation gives
        return False
    results = [_result(operation, *two) for operation in _OPERATIONS]
    return _is_one_of(evidence.expected, results) and _is_one_of(evidence.actual, results)


def sums_up_otherwise(evidence: Evidence) -> bool:
    """The expected and the actual number both sum up the given list, in different ways."""
    if not differs(evidence):
        return False
    return any(
        _is_one_of(evidence.expected, results) and _is_one_of(evidence.actual, results)
        for results in ([_result(summary, row) for summary in _SUMMARIES] for row in _rows(evidence))
    )


def is_off_by_end(evidence: Evidence) -> bool:
    """The difference is the first or the last of the given numbers."""
    if evidence.numbers is None or not differs(evidence):
        return False
    gap = abs(evidence.numbers[0] - evidence.numbers[1])
    return gap > 1 and any(gap in (abs(each[0]), abs(each[-1])) for each in _rows(evidence))


def is_off_by_given(evidence: Evidence) -> bool:
    """The difference is a number that was given."""
    if evidence.numbers is None or not differs(evidence):
        return False
    return abs(evidence.numbers[0] - evidence.numbers[1]) in [abs(each) for each in _numbers(evidence) if abs(each) > 1]


def is_off_by_factor(evidence: Evidence) -> bool:
    """One of both is a given number times the other."""
    if evidence.numbers is None or not all(evidence.numbers) or not differs(evidence):
        return False
    low, high = sorted(map(abs, evidence.numbers))
    return low > 1 and any(isclose(low * abs(each), high, rel_tol=1e-9) for each in _numbers(evidence) if abs(each) > 1)


def has_only_end(evidence: Evidence) -> bool:
    """Of a list with several items only the first or the last shows: as the result, or alone in it."""
    if not differs(evidence) or evidence.sequences is None or len(evidence.sequences[0]) < 2:
        return False
    rows = [each for each in _several(evidence) if len(each) > 2 and not isinstance(each, str)]
    return any(list(evidence.actual) in ([each[0]], [each[-1]]) for each in rows)


def differs(evidence: Evidence) -> bool:
    """Whether both values are known, are no truth values, and differ."""
    values = evidence.values
    return values is not None and values[0] != values[1] and not any(type(each) is bool for each in values)


def _several(evidence: Evidence) -> list[Sequence[Any]]:
    return [each for each in evidence.arguments if isinstance(each, (list, tuple, str)) and each]


def _rows(evidence: Evidence) -> list[Sequence[Number]]:
    """Give the arguments that are lists of numbers."""
    rows = (each for each in _several(evidence) if not isinstance(each, str) and len(each) > 1)
    return [each for each in rows if all(map(is_number, each)) and evidence.numbers is not None]


def _numbers(evidence: Evidence) -> list[Number]:
    return [each for each in evidence.arguments if is_number(each)]


def _two(evidence: Evidence) -> tuple[Number, Number] | None:
    numbers = _numbers(evidence)
    return (numbers[0], numbers[1]) if len(numbers) == len(evidence.arguments) == 2 and evidence.numbers else None


def _result(operation: Callable[..., Any], *given: Any) -> Any:
    """Compute, with bounded powers; ``None`` where that is not possible."""
    if len(given) > 1 and max(map(abs, given)) > LARGEST:
        return None
    try:
        return None if operation in _POWERS and max(map(abs, given)) > 64 else operation(*given)
    except (ArithmeticError, TypeError, ValueError):
        return None


def _is_one_of(value: Number, results: Sequence[Any]) -> bool:
    return any(is_number(each) and isclose(each, value, rel_tol=1e-9) for each in results)


def _is_in(value: Any, several: Sequence[Any]) -> bool:
    return (type(value) is str or not isinstance(several, str)) and value in several


def _stands_at(item: Any, place: Any, several: Sequence[Any]) -> bool:
    return type(place) is int and 0 <= place < len(several) and several[place] == item


_POWERS = (_OPERATIONS[6], _OPERATIONS[13])


FAMILIES: tuple[Family, ...] = (
    family("exclusive-or", Rank.SEEN, "Two numbers go together bit by bit.", uses_exclusive_or,
           "caret-is-power"),
    family("given-back", Rank.EXACT, "What was given comes back as it was.", gives_it_back,
           "strings-change-in-place", "sort-returns", "removal-does-not-shift"),
    family("wrong-ones-kept", Rank.EXACT, "It keeps just the wrong ones, and drops the others.", keeps_wrong_ones),
    family("other-end", Rank.EXACT, "It is the smallest for the greatest, or the other way round.",
           consistently(picks_other_end)),
    family("only-end-of-given", Rank.EXACT, "Only the first or the last of what was given shows.", has_only_end,
           "return-does-not-leave", "plain-assignment-accumulates"),
    family("place-for-item", Rank.KIND, "It is the place of the item, not the item.", consistently(gives_place_of_item),
           "loop-variable-is-index"),
    family("item-for-place", Rank.KIND, "It is the item, not its place.", consistently(gives_item_at_place),
           "loop-variable-is-index"),
    family("neighbour", Rank.KIND, "It is the item beside the right one.", consistently(picks_neighbour),
           "index-starts-at-one"),
    family("other-operation", Rank.EXACT, "The numbers go together in another way.", consistently(uses_other_operation),
           "floor-division-is-division", "arguments-match-by-name"),
    family("other-summary", Rank.KIND, "It sums the list up in another way.", consistently(sums_up_otherwise)),
    family("off-by-end", Rank.KIND, "It is off by the first or the last number given.",
           consistently(is_off_by_end),
           "range-includes-end", "range-starts-at-one", "index-starts-at-one", "slice-includes-end"),
    family("off-by-given", Rank.KIND, "It is off by a number that was given.", consistently(is_off_by_given),
           "range-includes-end"),
    family("off-by-factor-given", Rank.KIND, "It is one factor too few or too many.", consistently(is_off_by_factor),
           "range-includes-end"),
    family("other-item", Rank.KIND, "It is one of the items given, but another one.", consistently(picks_other_item)),
    family("number-given-back", Rank.KIND, "It is a number that was given.", consistently(gives_number_back)),
    family("length-given", Rank.KIND, "It is how many items were given.", consistently(gives_length)),
)  # fmt: skip
