"""What several tests of one run show together."""

from __future__ import annotations

from math import isclose
from typing import Any

from gadfly_analyzers.symptoms.evidence import (
    UNREAD,
    Evidence,
    Number,
    answer_of,
    arguments_of,
    focused_call,
    given_by,
    is_number,
)
from gadfly_analyzers.symptoms.family import Family, Rank, family

LEAST_NUMBER = 100  # smaller ones are the answers to many tests by chance
FAILING_ALIKE = 2  # other tests that fail with the same result; if there are fewer, those that pass count too


def is_constant(evidence: Evidence) -> bool:
    """The same result in all tests, or in several that fail, which want different ones."""
    actual = evidence.actual
    if actual is UNREAD or actual is None or type(actual) is bool or len(evidence.relatives) < FAILING_ALIKE:
        return False
    failing = evidence.failing_relatives
    alike = evidence.relatives if len(failing) < FAILING_ALIKE else tuple(other.test for other in failing)
    same = all(_equal(given_by(other), actual) for other in alike)
    return same and any(not _equal(answer_of(other), evidence.expected) for other in alike)


def is_off_by_the_same(evidence: Evidence) -> bool:
    """Off by one number, and that in all tests that fail with a number."""
    pairs = _failing_numbers(evidence)
    gaps = {actual - expected for expected, actual in pairs}
    return len(pairs) > 1 and len(gaps) == 1 and gaps != {0}


def is_always_off_by_one(evidence: Evidence) -> bool:
    """Off by one, to the same side, in all tests that fail with a number."""
    pairs = _failing_numbers(evidence)
    return is_off_by_the_same(evidence) and abs(pairs[0][1] - pairs[0][0]) == 1


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
    if len(evidence.arguments) != 1 or not is_number(evidence.arguments[0]) or call is None or evidence.values is None:
        return False
    expected, actual = evidence.values
    if type(expected) is not type(actual) or type(actual) is bool or expected == actual:
        return False
    beside = [(evidence.arguments[0] - 1,), (evidence.arguments[0] + 1,)]
    return any(
        other.calls and arguments_of(other.calls[-1]) in beside and _equal(answer_of(other), evidence.actual)
        for other in evidence.relatives
    )


def answers_another(evidence: Evidence) -> bool:
    """The right answer to another test."""
    actual = evidence.actual
    telling = (
        actual if isinstance(actual, (str, list, tuple, dict)) else is_number(actual) and abs(actual) >= LEAST_NUMBER
    )
    answers = (answer_of(other) for other in evidence.relatives)
    return bool(telling) and not _equal(actual, evidence.expected) and any(_equal(actual, each) for each in answers)


def remembers(evidence: Evidence) -> bool:
    """What the test before got stands at the start of a list, before what was wanted."""
    if evidence.sequences is None or not evidence.sequences[0]:
        return False
    expected, actual = map(list, evidence.sequences)
    before = actual[: -len(expected)]
    place = next((n for n, other in enumerate(evidence.others) if other.id == evidence.test.id), 0)
    earlier: Any = given_by(evidence.others[place - 1]) if place else UNREAD
    return actual[-len(expected) :] == expected and type(earlier) in (list, tuple) and list(earlier) == before != []


def _failing_numbers(evidence: Evidence) -> list[tuple[Number, Number]]:
    """Give the expected and the actual number of all tests that fail with one."""
    if evidence.numbers is None:
        return []
    return [evidence.numbers, *(other.numbers for other in evidence.failing_relatives if other.numbers)]


def _equal(one: Any, other: Any) -> bool:
    return one is not UNREAD and type(one) is type(other) and bool(one == other)


FAMILIES: tuple[Family, ...] = (
    family("constant", Rank.SEEN, "It is the same result in every test.", is_constant,
           "return-does-not-leave", "any-start-for-product", "builtin-names-are-free"),
    family("remembers", Rank.SEEN, "Something of an earlier call is still there.", remembers,
           "default-made-per-call", "class-attribute-is-own"),
    family("always-off-by-one", Rank.SEEN, "It is off by one each time.", is_always_off_by_one,
           "range-includes-end", "range-starts-at-one", "index-starts-at-one"),
    family("always-off-by-the-same", Rank.SEEN, "It is off by the same number each time.", is_off_by_the_same,
           "range-includes-end", "index-starts-at-one"),
    family("always-the-same-factor", Rank.SEEN, "It is off by the same factor each time.", is_off_by_one_factor),
    family("answer-for-the-next", Rank.EXACT, "It would be right for a number beside this one.", answers_the_next,
           "range-includes-end", "range-starts-at-one", "index-starts-at-one"),
    family("answer-of-another", Rank.KIND, "It would be the right answer to another test.", answers_another,
           "ifs-exclude-each-other", "order-of-tests-does-not-matter"),
)  # fmt: skip
