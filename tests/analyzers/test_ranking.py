"""Which statements are suspect, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gadfly_analyzers.execution.results import Outcome, Raised, RunResult, Stop, TestResult
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Counts, Learned, learned
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.localize.spectrum import spectrum
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
    assert (found[0].line, found[0].end_line) == (7, 7)
    assert found[0].evidence == ("1 of 1 failing test runs line 7.", "0 of 2 passing tests run line 7.")
    assert {each.line for each in found[1:]} == {6, 4, 10}
    said = {each.line: each.evidence for each in found}
    assert said[6] == ("1 of 1 failing test runs line 6.", "1 of 2 passing tests runs line 6.")


def test_a_statement_over_several_lines_is_one_suspect() -> None:
    found = suspects(PROGRAM, run(failed(13, 14, 16), passed(4)))
    assert {(each.line, each.end_line) for each in found} == {(13, 15), (16, 16)}


def test_nothing_is_suspect_when_nothing_fails() -> None:
    assert suspects(PROGRAM, run(passed(4, 6))) == ()
    assert suspects(PROGRAM, run(ran(Outcome.SKIPPED, 4))) == ()
    assert suspects(PROGRAM, run()) == ()


def test_a_test_that_was_stopped_counts_as_failing_and_says_where_it_was() -> None:
    stopped = ran(Outcome.STOPPED, 4, 6, stop=Stop("stopped after 2 s", 6))
    found = {each.line: each for each in suspects(PROGRAM, run(stopped))}
    assert found[6].evidence == ("1 of 1 failing test runs line 6.", "`test_4_6` was at line 6 when it was stopped.")


def test_an_error_tells_where_it_was_raised() -> None:
    error = Raised("NameError", "", 4)
    found = suspects(PROGRAM, run(ran(Outcome.RAISED, 4, 10, raised=error)))
    assert found[0].line == 4
    said = {each.line: each.evidence for each in found}
    assert said[4][-1] == "`NameError` was raised on line 4 in `test_4_10`."
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
def test_the_spectrum_is_that_of_ochiai_and_scores_are_chances(tests: list[TestResult]) -> None:
    failing = [test for test in tests if test.outcome is Outcome.FAILED]
    for each, counts in spectrum(PROGRAM, run(*tests)).items():
        lines = set(range(each.line, each.end_line + 1))
        bad = sum(bool(lines & test.lines) for test in failing)
        good = sum(bool(lines & test.lines) for test in tests if test not in failing)
        assert counts.score == pytest.approx(bad / sqrt(len(failing) * (bad + good)))
    scores = [each.score for each in suspects(PROGRAM, run(*tests))]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(len(scores) / (len(scores) + 1))  # the fault may be in none of them


def test_many_statements_are_ranked_in_time_that_grows_with_their_number() -> None:
    text = "def f(n):\n" + "".join(f"    n += {i}\n" for i in range(8_000)) + "    return n\n"
    lines = range(2, 8_003)
    assert len(suspects(Source.parse(text), run(failed(*lines), passed(*lines)))) == 8_001


TABLE = Learned(
    {"comparison/a": Counts(100, 10, 9), "off_by_one/b": Counts(100, 10, 1)},
    {"spectrum": 1.0},
    {"first/whole": 0.5, "first/open": 1.0, "whole": 3.0, "whole/rate": 1.0, "partial/share/open": 4.0},
    {"agreed": 0.9, "only": 0.99},
)
SPANS = {each.line: each.span for each in PROGRAM.statements()}
BOTH = frozenset({"test_4_6_10", "test_4_6_7_10"})


def hit(line: int, kind: str = "comparison/a", repaired: frozenset[str] = BOTH, *, whole: bool = True) -> Hit:
    return Hit(SPANS[line], kind, repaired, whole=whole)


def searched(*hits: Hit) -> Searched:
    return Searched(hits, {"comparison/a": 1}, complete=True)


def two_fail() -> RunResult:
    return run(failed(4, 6, 10), failed(4, 6, 7, 10), passed(4, 5, 10))


def test_the_one_statement_that_can_be_repaired_is_certain() -> None:
    found = suspects(PROGRAM, two_fail(), searched(hit(4), hit(4, "off_by_one/b")), TABLE)
    assert (found[0].line, found[0].certain, found[0].sole, found[0].bug) == (4, True, True, 0)
    assert found[0].score > 0.9
    assert found[0].evidence[0] == "Of the small changes tried, only some of this statement make every test pass."
    assert not any(each.certain for each in found[1:])


def test_of_two_that_can_be_repaired_one_is_certain_where_of_the_other_this_is_far_more_seldom_right() -> None:
    sharpened = {**TABLE.sharpened, "first/whole": 1.0}
    kinds = {**TABLE.kinds, "duplicate/c": Counts(100, 10, 9), "name/d": Counts(100, 10, 5)}
    for other, from_score, certain in (
        ("duplicate/c", 0.9, True),  # which only adds a statement
        ("duplicate/c", 1.0, False),
        ("off_by_one/b", 0.9, True),  # which hardly anybody has to do
        ("off_by_one/b", 1.0, False),
        ("name/d", 0.9, False),
    ):
        ahead = Learned(kinds, {"spectrum": 20.0}, sharpened, {"agreed": 0.0, "only": 0.0, "foremost": from_score})
        first, *others = suspects(PROGRAM, two_fail(), searched(hit(10, other), hit(6)), ahead)
        assert (first.line, first.certain, others[0].line) == (6, certain, 10)
        assert first.evidence[0] == "A small change of this statement can make every test pass."
        assert not any(each.certain for each in others)
        assert not any(each.sole for each in (first, *others))


def test_what_was_little_suspect_before_anything_was_tried_has_to_be_likelier_to_be_certain() -> None:
    doubted = {"comparison/a": Counts(100, 10, 5)}
    sharpened = {**TABLE.sharpened, "whole": 4.5}
    for kinds, only_from, certain in (
        (doubted, 0.99, False),
        (doubted, 0.5, True),
        (TABLE.kinds, 0.99, True),  # a kind to trust
    ):
        table = Learned(kinds, {"spectrum": -20.0}, sharpened, {"agreed": 0.5, "only": only_from})
        found = {each.line: each for each in suspects(PROGRAM, two_fail(), searched(hit(6)), table)}
        assert found[6].certain is certain


def test_nothing_is_certain_while_a_search_goes_on() -> None:
    found = suspects(PROGRAM, two_fail(), Searched((hit(4),)), TABLE)
    assert (found[0].line, found[0].certain) == (4, False)


def test_what_can_be_repaired_alone_is_not_said_to_need_another() -> None:
    joined = Hit(SPANS[4], "comparison/a", BOTH, whole=True, others=(SPANS[10],), other_kinds=("off_by_one/b",))
    found = {each.line: each for each in suspects(PROGRAM, two_fail(), searched(hit(4), joined), TABLE)}
    together = "Together with another statement, a small change of this one can make every test pass."
    assert together not in found[4].evidence
    assert together in found[10].evidence


def test_what_every_joined_repair_needs_is_certain_if_it_is_likely_too() -> None:
    def with_4(line: int) -> Hit:
        return Hit(SPANS[4], "comparison/a", BOTH, whole=True, others=(SPANS[line],), other_kinds=("comparison/a",))

    table = Learned(TABLE.kinds, TABLE.first, {"spectrum": 1.0, "whole/joined": 4.0}, {"needed": 0.2})
    words = "Of all that was tried, only changes of this statement together with another make every test pass."
    found = {each.line: each for each in suspects(PROGRAM, two_fail(), searched(with_4(10), with_4(6)), table)}
    assert [line for line, each in found.items() if each.certain] == [4]
    assert found[4].evidence[0] == words
    adding = replace(with_4(10), kind="guard/empty")
    assert not any(each.certain for each in suspects(PROGRAM, two_fail(), searched(with_4(6), adding), table))
    strict = Learned(table.kinds, table.first, table.sharpened, {"agreed": 0.0, "only": 0.0, "needed": 0.999})
    assert not any(each.certain for each in suspects(PROGRAM, two_fail(), searched(with_4(10), with_4(6)), strict))
    rivals = (with_4(10), with_4(6), hit(7, "off_by_one/b"))
    assert not any(each.certain for each in suspects(PROGRAM, two_fail(), searched(*rivals), table))


def test_one_bug_of_several_is_certain_where_a_likely_repair_makes_some_tests_pass_and_breaks_none() -> None:
    one, other = frozenset({"test_4_6_10"}), frozenset({"test_4_6_7_10"})
    table = Learned(
        {"comparison/a": Counts(100, 0, 0, 20, 19), "off_by_one/b": Counts(100, 0, 0, 20, 1)},
        TABLE.first,
        {"first/open": 1.0, "partial/share/open": 8.0, "partial/rate/open": 1.0},
        {"some": 0.6},
    )
    found = suspects(PROGRAM, two_fail(), searched(hit(6, repaired=other, whole=False)), table)
    assert [each.line for each in found if each.certain] == [6]
    assert found[0].evidence[0] == "A small change of this statement can make 1 of 2 failing tests pass."
    breaking = replace(hit(6, repaired=other, whole=False), breaks=True)
    nothing_certain = (
        [breaking],
        [hit(6, "off_by_one/b", other, whole=False)],
        [hit(6, repaired=other, whole=False), hit(7, repaired=one, whole=False)],
        [hit(6, repaired=other, whole=False), hit(10, "off_by_one/b")],
    )
    for hits in nothing_certain:
        assert not any(each.certain for each in suspects(PROGRAM, two_fail(), searched(*hits), table))
    nothing_to_break = run(failed(4, 6, 10), failed(4, 6, 7, 10))
    alone = searched(hit(6, repaired=other, whole=False))
    assert not any(each.certain for each in suspects(PROGRAM, nothing_to_break, alone, table))
    cut_off = Searched((hit(6, repaired=other, whole=False),), {"comparison/a": 1}, complete=False)
    assert not any(each.certain for each in suspects(PROGRAM, two_fail(), cut_off, table))


APART = Learned(
    {"comparison/a": Counts(100, 10, 9, 10, 9), "off_by_one/b": Counts(100, 10, 1, 10, 1)},
    {"spectrum": 1.0},
    {"first/whole": 0.1, "first/open": 1.0, "whole": 5.0, "whole/rate": 1.0, "partial/share/open": 4.0},
    {"agreed": 0.7, "only": 0.7, "some": 0.99},
)
UPPER, LOWER = failed(4, 6, 10), failed(14)


def one_of_two(line: int, test: TestResult, kind: str = "comparison/a") -> Hit:
    return hit(line, kind, frozenset({test.id}), whole=False)


def test_each_of_several_bugs_is_weighed_by_its_own_tests_and_the_surest_comes_first() -> None:
    rivals = (one_of_two(4, UPPER, "off_by_one/b"), one_of_two(6, UPPER, "off_by_one/b"))
    found = suspects(PROGRAM, run(UPPER, LOWER, passed(4, 5, 10)), searched(*rivals, one_of_two(13, LOWER)), APART)
    assert [(each.line, each.bug, each.certain) for each in found[:1]] == [(13, 0, True)]
    assert {each.line: each.bug for each in found} == {13: 0, 4: 1, 6: 1, 10: 0}
    assert found[0].score > 0.7
    assert found[0].evidence[0] == "A small change of this statement can make 1 of 2 failing tests pass."
    assert not any(each.certain for each in found[1:])


def test_bugs_are_not_told_apart_while_a_test_has_no_repair_or_only_such_as_break_others() -> None:
    failing = run(UPPER, LOWER, passed(4, 5, 10))
    breaking = replace(one_of_two(13, LOWER), breaks=True)
    for hits in ((one_of_two(6, UPPER),), (one_of_two(6, UPPER), breaking), (one_of_two(6, UPPER), hit(13))):
        found = suspects(PROGRAM, failing, searched(*hits), APART)
        assert sum(each.score for each in found) <= 1 + 1e-9
    nothing_to_break = run(UPPER, LOWER)
    found = suspects(PROGRAM, nothing_to_break, searched(one_of_two(6, UPPER), one_of_two(13, LOWER)), APART)
    assert sorted({each.bug for each in found}) == [0, 1]
    assert not any(each.certain for each in found)


def test_a_repair_of_a_kind_that_is_seldom_right_counts_less() -> None:
    found = suspects(PROGRAM, two_fail(), searched(hit(10, "off_by_one/b"), hit(4)), TABLE)
    assert [each.line for each in found[:2]] == [4, 10]


def test_statements_that_repair_different_tests_are_different_bugs() -> None:
    one, other = frozenset({"test_4_6_10"}), frozenset({"test_4_6_7_10"})
    hits = (hit(6, repaired=one, whole=False), hit(7, repaired=other, whole=False), hit(10, repaired=one, whole=False))
    found = {each.line: each for each in suspects(PROGRAM, two_fail(), searched(*hits), TABLE)}
    assert found[6].bug == found[10].bug != found[7].bug
    assert found[6].evidence[0] == "A small change of this statement can make 1 of 2 failing tests pass."


def test_what_no_repair_speaks_for_belongs_to_the_tests_that_none_repairs() -> None:
    found = suspects(PROGRAM, two_fail(), searched(hit(6, repaired=frozenset({"test_4_6_10"}), whole=False)), TABLE)
    assert next((each.line, each.bug) for each in found) == (6, 0)
    assert {each.bug for each in found[1:]} == {1}


def test_the_table_that_comes_along_trusts_repairs() -> None:
    table = learned()
    assert table.sharpened["whole"] + table.sharpened["whole/alone"] > 1
    assert set(table.certain_from) == {"agreed", "only", "foremost", "needed", "some"}
    assert all(0.5 < score < 1 for ground, score in table.certain_from.items() if ground != "some")
    assert Learned.from_json(table.as_json()).as_json() == table.as_json()


def test_a_repair_that_was_stopped_in_what_it_does_not_make_pass_is_taken_for_a_whole_one_but_not_claimed() -> None:
    one, other = frozenset({"test_4_6_10"}), frozenset({"test_4_6_7_10"})
    stopped = replace(hit(10, repaired=one, whole=False), cut=other)
    failing = hit(6, repaired=one, whole=False)
    found = suspects(PROGRAM, two_fail(), searched(failing, stopped), TABLE)
    assert (found[0].line, found[0].certain) == (10, False)
    assert found[0].evidence[0] == "A small change of this statement can make 1 of 2 failing tests pass."
    whole = suspects(PROGRAM, two_fail(), searched(hit(6), stopped), TABLE)
    assert whole[0].line == 6


def test_repairs_of_several_sorts_speak_louder_than_such_as_only_add_a_statement() -> None:
    kinds = {kind: Counts(100, 10, 8) for kind in ("name/a", "off_by_one/b", "duplicate/c", "duplicate/d")}
    for name, weight in (("whole/families", 3.0), ("whole/only adds", -3.0)):
        table = Learned(kinds, TABLE.first, {"whole": 3.0, name: weight})
        found = suspects(PROGRAM, two_fail(), searched(hit(6, "duplicate/c"), hit(6, "duplicate/d"), *edits(10)), table)
        assert found[0].line == 10


def edits(line: int) -> tuple[Hit, ...]:
    return hit(line, "name/a"), hit(line, "off_by_one/b")


def test_the_bug_comes_first_whose_statement_is_likeliest_of_those_that_its_tests_run() -> None:
    lonely, crowded = failed(13, 16), failed(4, 6, 7, 10)
    repaired = {line: frozenset({test.id}) for line, test in ((13, lonely), (7, crowded))}
    hits = [hit(line, repaired=tests, whole=False) for line, tests in repaired.items()]
    found = suspects(PROGRAM, run(lonely, crowded, passed(4, 5, 10)), searched(*hits), TABLE)
    assert found[0].line == 13  # one of two, and not one of four


def test_what_no_repair_speaks_for_comes_first_if_it_is_far_likelier() -> None:
    raised = replace(failed(13, 16), raised=Raised("NameError", "name 'found' is not defined", 16))
    other = failed(4, 6, 7, 10)
    hits = searched(hit(10, "off_by_one/b", frozenset({other.id}), whole=False))
    for weight, first in ((9.0, 16), (-9.0, 10)):
        table = Learned(TABLE.kinds, {"raised/telling": weight, "kind/assignment": -9.0}, {"first/open": 1.0})
        found = suspects(PROGRAM, run(raised, other, passed(4, 5, 10)), hits, table)
        assert (found[0].line, found[0].bug) == (first, 0)
