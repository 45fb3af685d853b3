"""Which statements lie beyond what failing tests come to, and how a search goes on to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.execution.trial import Verdict
from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.beyond import Opening, on_top, openings, unmet
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.source import Source

PROGRAM = """\
    def sign(number):
        if number > 0:
            text = "+"
            return text
        return [
            number,
        ]

    def other(text):
        return text
"""
PLACE = Path("program.py")


def run(*ran: tuple[Outcome, set[int]]) -> RunResult:
    tests = [TestResult(str(n), str(n), PLACE, 1, "", how, 0.0, frozenset(at)) for n, (how, at) in enumerate(ran)]
    return RunResult(PLACE, tuple(tests), (), 0.0, frozenset({1, 9}))


def lines(*ran: tuple[Outcome, set[int]]) -> list[int]:
    return [each.line for each in unmet(Source.parse(dedent(PROGRAM)), run(*ran))]


def repair(line: int, text: str) -> Repair:
    return Repair("kind/of", Span(10 * line, 10 * line + 5), [Edit(10 * line, 10 * line + 5, text.encode())])


def verdict(number: int, met: Sequence[int], passed: Sequence[str] = (), broken: Sequence[str] = ()) -> Verdict:
    return Verdict(number, frozenset(passed), frozenset(broken), frozenset(), False, met=frozenset(met))


def test_what_failing_tests_do_not_run_of_the_functions_that_they_are_in() -> None:
    assert lines((Outcome.FAILED, {2, 5, 6})) == [3, 4]
    assert lines((Outcome.FAILED, {2, 3, 4})) == [5]
    assert lines((Outcome.FAILED, {2, 6}), (Outcome.PASSED, {2, 3, 4})) == [3, 4]
    assert lines((Outcome.FAILED, {2, 3, 4}), (Outcome.RAISED, {2, 5, 6})) == []
    assert lines((Outcome.FAILED, set())) == []


def test_what_opens_most_comes_first_and_then_what_repairs_most_unless_it_breaks_something() -> None:
    ways = [(repair(n, "a"),) for n in range(5)]
    told = [verdict(0, [7]), verdict(1, [7, 8], "b", "c"), verdict(2, []), verdict(3, [7, 8]), verdict(4, [7, 8], "b")]
    assert [each.way for each in openings(ways, told, {})] == [ways[4], ways[1], ways[3], ways[0]]


def test_only_few_openings_of_the_same_statement_are_gone_on_from() -> None:
    ways = [(repair(1, text),) for text in "abcdef"] + [(repair(2, "a"),)]
    found = openings(ways, [verdict(n, [7]) for n in range(7)], {})
    assert [each.way for each in found] == [*ways[:3], ways[6]]


def test_what_adds_nothing_to_an_opening_is_not_gone_on_from() -> None:
    first = Opening((repair(1, "a"),), frozenset({7, 8}), frozenset("b"))
    ways = [(*first.way, repair(7, text)) for text in "abcd"]
    told = [verdict(0, [7, 8]), verdict(1, [7]), verdict(2, [9]), verdict(3, [7, 8], "bc")]
    assert [each.way for each in openings(ways, told, {first.way: first})] == [ways[3], ways[2]]


def test_on_top_of_better_openings_more_is_tried_and_only_where_they_lead() -> None:
    one, other = (Opening((repair(n, "a"),), frozenset({7, 8} if n == 1 else {8}), frozenset()) for n in (1, 2))
    further = [(repair(7, "a"), 7), (repair(8, "a"), 8), (repair(9, "a"), 9), (repair(8, "b"), 8)]
    ways = on_top([one, other], further, 9)
    tried = [(way[0].span.start // 10, [each for each, _ in further].index(way[1])) for way in ways]
    assert tried == [(1, 0), (2, 1), (1, 1), (2, 3), (1, 3)]
    assert on_top([one, other], further, 2) == ways[:2]
