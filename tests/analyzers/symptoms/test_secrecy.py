"""A symptom may be shown for a hidden test: its words do not depend on what was expected, nor on the test's text."""

from __future__ import annotations

import ast
import re
import time
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.symptoms import ALL
from gadfly_analyzers.symptoms.evidence import LONGEST, Evidence
from gadfly_analyzers.symptoms.family import Rank, Symptom
from gadfly_analyzers.symptoms.naming import symptoms_of
from gadfly_analyzers.values import Value
from helpers.symptoms import failing, raising

CATALOGUE = {each.symptom.family: each.symptom for each in ALL}
# What the check of the tutor's turns does not let pass either: words that tell to edit.
EDIT_VERBS = re.compile(
    r"\b(change|replace|modify|edit|add|remove|delete|move|insert|rename|swap|fix|correct|adjust|update|rewrite|put|"
    r"instead of|should be|need to|has to|must|missing|too early|too late)\b",
    re.IGNORECASE,
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
keys = st.integers(0, 9) | st.text(max_size=3)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=5) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=12,
)
pairs = st.tuples(values, values) | st.integers(-9, 9).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(n - 2, n + 2))
)


# Values of which every pair is compared with each other; those of the last group are of several kinds.
GROUPS: tuple[tuple[Any, ...], ...] = (
    (*range(-4, 13), 0.5, 0.25, 0.2, 2.5, 3.5, 2.51, 2.512, 12.5, 125, 100, 123, 321, 1000, 1001, 0.3, 0.3 + 1e-15,
     0.7, 0.7 + 1e-15, 1e9),
    ("", "a", "b", "A", "B", "ab", "ba", "Ab", "abc", "cba", "abcd", "a b", "b a", "a  b", "a, b", "a 1", "b 1",
     "a 2", "b 2", "a b c", "c b a", "b a c", "a c", "abab", "baba", "bcd", "abba", "baab", "babb", "abaa", "cab"),
    ("x", "x\ny\nz", "x\nz", "y\nz", "x\ny", "x\nw\nz", "x y z", "z\nx\ny", "w\nx\ny\nz", "x\nw\ny\nz", "y\nx",
     "x\ny\nx\nz"),
    ([], [1], [2], [3], [1, 2], [2, 1], [1, 2, 3], [3, 2, 1], [2, 1, 3], [2, 3, 1], [3, 1, 2], [1, 3], [2, 3], [2, 2],
     [3, 3], [1, 2, 1], [1, 1, 2], [1, 2, 1, 2], [2, 1, 2, 1], [1, 1, 1], [2, 4], [2, 4, 6], [1, 3, 6], [2, 6, 12],
     [4, 3, 2, 1], [1, 2, 3, 4], [1, 2, 4, 3], [2, 3, 4], [9, 2, 3, 8], [1, 9, 8, 4], [9, 8, 3, 4], [2, 3, 4, 5]),
    ([[1]], [[2]], [[1], [2]], [[2], [1]], [[1, 2]], [1], [2], [1, 2], [2, 1], ["1"], ["2"], ["1", "2"], ["ab"],
     ["ab,"], ["a", "b"], ["a,", "b,"], ["a", "bb"]),
    ({}, {1: 2}, {2: 1}, {1: 3}, {1: 2, 2: 3}, {1: 3, 2: 2}, {1: 3, 2: 4}, {1: 4, 2: 4}, {2: 3}, {2: 2, 1: 9}, {3: 1},
     {1: 2, 2: 9}, set(), {1}, {2}, {1, 2}, {2, 3}, {1, 2, 3}),
    (None, True, False, 0, 1, 2, 3, 0.5, 1.0, 2.0, "", "a", "1", "2", "None", "True", [], [1], [2], [1, 2], ["a"], (),
     (1,), (2,), (1, 2), ("a",), (True,), {}, {1: 2}, {1}, {1, 2}),
)  # fmt: skip


def told(test: TestResult, others: tuple[TestResult, ...] = ()) -> tuple[Symptom, ...]:
    return symptoms_of(Evidence(test, others=others))


@given(pairs, st.lists(values, max_size=3), st.text(max_size=20), st.lists(pairs, max_size=3))
def test_every_symptom_is_one_of_a_fixed_set(
    pair: tuple[Any, Any], arguments: list[Any], stdout: str, more: list[tuple[Any, Any]]
) -> None:
    call = f"f({', '.join(map(repr, arguments))})"
    test = failing(*pair, call, stdout=stdout, source=f"def test_secret():\n    assert {call} == {pair[0]!r}\n")
    others = tuple(replace(failing(*each, f"f({n})"), id=str(n)) for n, each in enumerate(more))
    symptoms = told(test, others)
    assert symptoms
    assert all(CATALOGUE[symptom.family] is symptom for symptom in symptoms)
    assert [s.specificity for s in symptoms] == sorted((s.specificity for s in symptoms), reverse=True)


@given(pairs, st.text(max_size=30), st.text(max_size=30))
def test_the_text_and_the_name_of_the_test_do_not_matter(pair: tuple[Any, Any], name: str, source: str) -> None:
    test = failing(*pair)
    assert told(test) == told(replace(test, name="one", id="two")) or name.endswith(".in")
    assert {s.text for s in told(replace(test, name=name, source=source))} <= {s.text for s in CATALOGUE.values()}


@given(st.text(max_size=40), st.text(max_size=80))
def test_whatever_an_exception_says_is_not_repeated(kind: str, message: str) -> None:
    assert all(CATALOGUE[symptom.family] is symptom for symptom in told(raising(kind, message)))


def test_no_symptom_of_two_values_pins_down_the_expected_one() -> None:
    wanted: dict[str, set[str]] = {}
    for expected, actual in (pair for group in GROUPS for pair in product(group, repeat=2)):
        if type(expected) is not type(actual) or expected != actual:
            for symptom in told(failing(expected, actual, "f(3, [1, 2, 3])")):
                wanted.setdefault(symptom.family, set()).add(repr(expected))
    assert len(wanted) > 100
    assert {family: known for family, known in wanted.items() if len(known) < 2} == {}


def test_a_symptom_is_short_plain_and_holds_no_value() -> None:
    assert len(CATALOGUE) == len(ALL) == len({symptom.text for symptom in CATALOGUE.values()})
    for symptom in CATALOGUE.values():
        assert len(symptom.text.split()) <= 12, symptom.text
        assert re.fullmatch(r"[A-Z][a-z,':]*( [a-z,':]+)*\.", symptom.text), symptom.text
        assert not EDIT_VERBS.search(symptom.text), symptom.text
        assert all(len(word) <= 12 for word in re.findall(r"\w+", symptom.text)), symptom.text


def test_there_are_many_families_and_one_that_always_holds() -> None:
    assert sum(symptom.is_specific for symptom in CATALOGUE.values()) >= 30
    general = [symptom.family for symptom in CATALOGUE.values() if symptom.specificity is Rank.GENERAL]
    assert general == ["differs"]
    assert [symptom.family for symptom in told(failing(3, 3))] == ["differs"]


def test_misconceptions_have_names_of_the_same_form() -> None:
    named = {name for symptom in CATALOGUE.values() for name in symptom.misconceptions}
    assert len(named) > 30
    assert [name for name in named if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name)] == []


def test_huge_values_are_not_read() -> None:
    huge = Value(repr(list(range(10**5))), "list", True)
    assert len(huge.text) > LONGEST
    began = time.process_time()
    for _ in range(100):
        assert told(failing(huge, [1, 2]))[0].family == "differs"
    assert time.process_time() - began < 1


def test_large_values_stay_cheap() -> None:
    deep = ast.literal_eval("[" * 60 + "1, " * 60 + "]" * 60)
    tests = [
        failing(list(range(90)), list(range(90, 0, -1)), f"f({list(range(90))}, {2**600})"),
        failing("ab" * 190, "ba" * 190),
        failing(deep, [deep]),
        failing(2**600, 3**380, f"f({2**600}, {3**380})"),
        failing(10.0**300, 10.0**-300, "f(1e300, 64)"),
    ]
    others = tuple(replace(each, id=str(number)) for number, each in enumerate(tests * 12))
    began = time.process_time()
    for test in tests * 6:
        assert told(test, others)
    assert time.process_time() - began < 30 / 100  # three times as fast as this on a quiet machine
