"""Which statements are suspect, in which order, and why."""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gadfly_analyzers.execution.results import Outcome, Raised, RunResult, Stop, TestResult
from gadfly_analyzers.localize.spectrum import suspects
from gadfly_analyzers.source import Source

PROGRAM = Source.parse(
    dedent("""
    import math

    def grade(points):
        if points > 90:
            result = "A"
        elif points > 50:
            result = "B"
        else:
            result = "C"
        return result

    def total(values):
        found = sum(
            values
        )
        return found
    """).removeprefix("\n")
)


def ran(outcome: Outcome, *lines: int, raised: Raised | None = None, stop: Stop | None = None) -> TestResult:
    name = f"test_{'_'.join(map(str, lines))}"
    return TestResult(name, name, Path("test.py"), 1, "", outcome, 0.0, frozenset(lines), raised=raised, stop=stop)


def run(*tests: TestResult) -> RunResult:
    return RunResult(Path("program.py"), tests, (), 0.0)


def passed(*lines: int) -> TestResult:
    return ran(Outcome.PASSED, *lines)


def failed(*lines: int) -> TestResult:
    return ran(Outcome.FAILED, *lines)


def test_a_line_is_listed_once() -> None:
    source = Source.parse("def f(n):\n    for i in range(n):\n        try: n += i\n        except OSError: pass\n")
    found = [each.line for each in suspects(source, run(failed(2, 3, 4)))]
    assert sorted(found) == [2, 3, 4]


def test_what_only_failing_tests_run_comes_first_with_evidence() -> None:
    found = suspects(PROGRAM, run(failed(4, 6, 7, 10), passed(4, 5, 10), passed(4, 6, 9, 10)))
    assert (found[0].line, found[0].end_line, found[0].score) == (7, 7, 1.0)
    assert found[0].evidence == ("1 of 1 failing test runs line 7.", "0 of 2 passing tests run line 7.")
    assert [each.line for each in found[1:]] == [6, 4, 10]
    assert found[1].score == pytest.approx(1 / sqrt(2))
    assert found[1].evidence == ("1 of 1 failing test runs line 6.", "1 of 2 passing tests runs line 6.")


def test_a_statement_over_several_lines_is_one_suspect() -> None:
    found = suspects(PROGRAM, run(failed(13, 14, 16), passed(4)))
    assert [(each.line, each.end_line) for each in found] == [(13, 15), (16, 16)]


def test_nothing_is_suspect_when_nothing_fails() -> None:
    assert suspects(PROGRAM, run(passed(4, 6))) == ()
    assert suspects(PROGRAM, run(ran(Outcome.SKIPPED, 4))) == ()
    assert suspects(PROGRAM, run()) == ()


def test_a_test_that_was_stopped_counts_as_failing_and_says_where_it_was() -> None:
    stopped = ran(Outcome.STOPPED, 4, 6, stop=Stop("stopped after 2 s", 6))
    found = {each.line: each for each in suspects(PROGRAM, run(stopped))}
    assert found[6].evidence == ("1 of 1 failing test runs line 6.", "`test_4_6` was at line 6 when it was stopped.")


@pytest.mark.parametrize(("kind", "first"), [("NameError", 4), ("TypeError", 4), ("IndexError", 10), ("KeyError", 10)])
def test_a_misspelt_name_is_where_it_raises_and_other_errors_often_are_not(kind: str, first: int) -> None:
    error = Raised(kind, "", 4)
    found = suspects(PROGRAM, run(ran(Outcome.RAISED, 4, 10, raised=error)))
    assert found[0].line == first
    said = {each.line: each.evidence for each in found}
    assert said[4][-1] == f"`{kind}` was raised on line 4 in `test_4_10`."
    assert len(said[10]) == 1


def test_definitions_and_imports_are_no_suspects() -> None:
    assert {each.line for each in suspects(PROGRAM, run(failed(1, 3, 4, 12)))} == {4}


TESTS = st.lists(
    st.builds(
        lambda fails, lines: (failed if fails else passed)(*lines),
        st.booleans(),
        st.sets(st.sampled_from([4, 5, 6, 7, 9, 10, 13, 14, 16])),
    ),
    max_size=6,
)


@given(TESTS)
def test_the_order_is_that_of_ochiai_whatever_breaks_ties(tests: list[TestResult]) -> None:
    found = suspects(PROGRAM, run(*tests))
    failing = [test for test in tests if test.outcome is Outcome.FAILED]
    for each in found:
        lines = set(range(each.line, each.end_line + 1))
        bad = sum(bool(lines & test.lines) for test in failing)
        good = sum(bool(lines & test.lines) for test in tests if test not in failing)
        assert each.score == pytest.approx(bad / sqrt(len(failing) * (bad + good)))
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_many_statements_are_ranked_in_time_that_grows_with_their_number() -> None:
    text = "def f(n):\n" + "".join(f"    n += {i}\n" for i in range(8_000)) + "    return n\n"
    lines = range(2, 8_003)
    assert len(suspects(Source.parse(text), run(failed(*lines), passed(*lines)))) == 8_001
