"""What several tests of one run show together."""

from __future__ import annotations

from math import isclose
from typing import Any

from gadfly_analyzers.symptoms.evidence import (
    UNREAD,
    Evidence,
    answer_of,
    arguments_of,
    focused_call,
    given_by,
    is_number,
)
from gadfly_analyzers.symptoms.family import Family, Rank, family

LEAST_NUMBER = 10  # smaller ones are the answers to many tests by chance


def is_constant(evidence: Evidence) -> bool:
    """The same result in all tests, which want different ones."""
    actual = evidence.actual
    if actual is UNREAD or actual is None or type(actual) is bool or not evidence.relatives:
        return False
    same = all(_equal(given_by(other), actual) for other in evidence.relatives)
    return same and any(not _equal(answer_of(other), evidence.expected) for other in evidence.relatives)


def is_off_by_the_same(evidence: Evidence) -> bool:
    """Off by one number, and that in all tests that fail with a number."""
    pairs = _failing_numbers(evidence)
    gaps = {actual - expected for expected, actual in pairs}
    return len(pairs) > 1 and len(gaps) == 1 and gaps != {0}


def is_off_by_one_factor(evidence: Evidence) -> bool:
    """Too big or too small by one factor, and that in all tests that fail with a number."""
    pairs = _failing_numbers(evidence)
    if len({expected for expected, _ in pairs}) < 2 or not all(expected and actual for expected, actual in pairs):
        return False
    first = pairs[0][1] / pairs[0][0]
    return all(isclose(actual / expected, first, rel_tol=1e-9) for expected, actual in pairs)


def answers_the_next(evidence: Evidence) -> bool:
    """The right answer for the number before or after the one given."""
    call = focused_call(evidence.test)
    if not evidence.arguments or not is_number(evidence.arguments[-1]) or call is None or evidence.values is None:
        return False
    if _equal(*evidence.values):
        return False
    *before, last = evidence.arguments
    beside = [(*before, last - 1), (*before, last + 1)]
    return any(
        other.calls and arguments_of(other.calls[-1]) in beside and _equal(answer_of(other), evidence.actual)
        for other in evidence.relatives
    )


def answers_another(evidence: Evidence) -> bool:
    """The right answer to another test."""
    actual = evidence.actual
    telling = actual if isinstance(actual, (str, list, tuple, dict)) else is_number(actual) and abs(actual) >= LEAST_NUMBER
    answers = (answer_of(other) for other in evidence.relatives)
    return bool(telling) and not _equal(actual, evidence.expected) and any(_equal(actual, each) for each in answers)


def remembers(evidence: Evidence) -> bool:
    """What an earlier test got stands at the start of a list, before what was wanted."""
    if evidence.sequences is None or not evidence.sequences[0]:
        return False
    expected, actual = map(list, evidence.sequences)
    before = actual[: -len(expected)]
    earlier = [given_by(other) for other in evidence.relatives]
    return actual[-len(expected) :] == expected and bool(before) and any(_is_list(each) and list(each) == before for each in earlier)


def _failing_numbers(evidence: Evidence) -> list[tuple[float, float]]:
    """Give the expected and the actual number of all tests that fail with one."""
    if evidence.numbers is None:
        return []
    compared = [other.comparison for other in evidence.relatives if other.comparison is not None]
    pairs = [(answer_of(other), given_by(other)) for other in evidence.relatives if other.comparison in compared]
    return [evidence.numbers, *(pair for pair in pairs if all(map(is_number, pair)))]


def _equal(one: Any, other: Any) -> bool:
    return one is not UNREAD and type(one) is type(other) and bool(one == other)


def _is_list(value: Any) -> bool:
    return type(value) in (list, tuple) and bool(value)


FAMILIES: tuple[Family, ...] = (
    family("constant", Rank.SEEN, "It is the same result in every test.", is_constant,
           "return-does-not-leave", "any-start-for-product", "builtin-names-are-free"),
    family("remembers", Rank.SEEN, "Something of an earlier call is still there.", remembers,
           "default-made-per-call", "class-attribute-is-own"),
    family("always-off-by-the-same", Rank.SEEN, "It is off by the same number each time.", is_off_by_the_same,
           "range-includes-end", "index-starts-at-one"),
    family("always-the-same-factor", Rank.SEEN, "It is off by the same factor each time.", is_off_by_one_factor),
    family("answer-for-the-next", Rank.EXACT, "It would be right for a number beside this one.", answers_the_next,
           "range-includes-end", "range-starts-at-one", "index-starts-at-one"),
    family("answer-of-another", Rank.KIND, "It would be the right answer to another test.", answers_another,
           "ifs-exclude-each-other", "order-of-tests-does-not-matter"),
)  # fmt: skip
