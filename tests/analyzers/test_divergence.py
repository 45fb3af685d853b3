"""The first place where a failing run departs from another, as one would find it by stepping through both."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.trace.divergence import Divergence, divergence, divergence_from_passing
from gadfly_analyzers.trace.line_map import LineMap, line_map
from gadfly_analyzers.trace.recording import Trace
from helpers.probing import python, record

__all__ = ["python"]

AVERAGE = """
    def average(values):
        total = 0
        for value in values:
            total = value
        return total / len(values)
"""


def departs(python: str, folder: Path, program: str, other: str, call: str) -> tuple[Divergence, Trace] | None:
    """Record a call in two versions of a program, and compare."""
    failing = record(python, folder, program, call)
    repaired = record(python, folder, other, call)
    lines = line_map(*(dedent(text).removeprefix("\n") for text in (program, other)))
    found = divergence(failing, repaired, lines)
    return (found, failing) if found else None


def place(found: tuple[Divergence, Trace] | None) -> tuple[int, int, str | None]:
    """Give line, earlier runs and name."""
    assert found
    return found[0].line, found[0].earlier, found[0].name


def test_a_variable_departs_at_the_line_that_gave_it_its_value(python: str, tmp_path: Path) -> None:
    other = AVERAGE.replace("total = value", "total += value")
    found = departs(python, tmp_path, AVERAGE, other, "program.average([2, 4, 6])")
    assert place(found) == (4, 1, "total")
    assert found
    event = found[1].events[found[0].event]
    assert (event.line, dict(event.changes)["total"].text) == (3, "4")


def test_what_an_empty_line_should_hold_departs_where_it_is_missed(python: str, tmp_path: Path) -> None:
    program = """
        def halvings(number):
            count = 0
            while number > 1 and count < 9:
                count += 1

                rest = number
            return count
    """
    other = program.replace("\n\n", "\n                number //= 2\n")
    assert place(departs(python, tmp_path, program, other, "program.halvings(8)")) == (4, 0, "number")


def test_runs_that_agree_do_not_depart(python: str, tmp_path: Path) -> None:
    other = AVERAGE.replace("total = value", "total += value")
    assert departs(python, tmp_path, AVERAGE, other, "program.average([2])") is None
    assert departs(python, tmp_path, AVERAGE, AVERAGE, "program.average([2, 4])") is None


def test_a_branch_departs_at_its_condition(python: str, tmp_path: Path) -> None:
    program = """
        def count(values):
            found = 0
            for value in values:
                if value > 3:
                    found += 1
            return found
    """
    other = program.replace("> 3", ">= 3")
    assert place(departs(python, tmp_path, program, other, "program.count([1, 5, 3])")) == (4, 2, None)


def test_a_returned_value_departs_at_the_return(python: str, tmp_path: Path) -> None:
    found = departs(python, tmp_path, AVERAGE, AVERAGE.replace("/ len", "// len"), "program.average([2])")
    assert place(found) == (5, 0, None)


def test_a_missing_line_shows_where_the_variable_is_next_seen(python: str, tmp_path: Path) -> None:
    program = """
        def total(n):
            i = result = 1
            while i < n:
                result += i
                if result > 20:
                    break
            return result
    """
    other = program.replace("result += i\n", "result += i\n                i += 1\n")
    assert place(departs(python, tmp_path, program, other, "program.total(3)")) == (4, 0, "i")


def test_names_of_the_other_version_are_never_told(python: str, tmp_path: Path) -> None:
    program = """
        def largest(values):
            for value in values:
                best = value
            return best
    """
    other = """
        def largest(values):
            secret = values[0]
            for value in values:
                if value > secret:
                    secret = value
                best = secret
            return best
    """
    assert place(departs(python, tmp_path, program, other, "program.largest([3, 5, 1])")) == (3, 2, "best")


def test_an_argument_departs_at_the_definition(python: str, tmp_path: Path) -> None:
    program = """
        def twice(n):
            return 2 * n

        def four_times(n):
            return twice(twice(n))
    """
    other = program.replace("twice(twice(n))", "twice(twice(n + 1))")
    assert place(departs(python, tmp_path, program, other, "program.four_times(1)")) == (1, 0, "n")


def test_a_call_that_the_other_does_not_make_departs_where_it_is_made(python: str, tmp_path: Path) -> None:
    program = """
        def twice(n):
            return 2 * n

        def four_times(n):
            return twice(twice(twice(n)))
    """
    other = program.replace("twice(twice(twice(n)))", "twice(twice(n))")
    assert place(departs(python, tmp_path, program, other, "program.four_times(1)")) == (5, 0, None)


def test_what_the_test_itself_does_otherwise_is_no_departure(python: str, tmp_path: Path) -> None:
    failing = record(python, tmp_path, AVERAGE, "program.average([2]); program.average([3])")
    other = record(python, tmp_path, AVERAGE, "program.average([2])")
    assert divergence(failing, other, LineMap()) is None
    assert divergence(other, failing, LineMap()) is None
    assert divergence_from_passing(failing, other) is None


def test_a_recording_that_was_cut_tells_nothing_of_what_follows(python: str, tmp_path: Path) -> None:
    whole = record(python, tmp_path, AVERAGE, "program.average([2, 4])")
    cut = record(python, tmp_path, AVERAGE, "program.average([2, 4])", most=4)
    assert not cut.complete
    assert divergence(whole, cut, LineMap()) is None
    assert divergence(cut, whole, LineMap()) is None


def test_an_exception_departs_from_going_on(python: str, tmp_path: Path) -> None:
    other = AVERAGE.replace("return total / len(values)", "return total / max(len(values), 1)")
    assert place(departs(python, tmp_path, AVERAGE, other, "program.average([])")) == (5, 0, None)


def test_a_passing_test_goes_another_way_whatever_its_values(python: str, tmp_path: Path) -> None:
    program = """
        def grade(points):
            if points > 90:
                return "A"
            if points > 50:
                return "B"
            return "C"
    """
    failing = record(python, tmp_path, program, "program.grade(50)")
    passing = record(python, tmp_path, program, "program.grade(70)")
    found = divergence_from_passing(failing, passing)
    assert found
    assert (found.line, found.earlier, found.name, failing.events[found.event].line) == (4, 0, None, 6)
    assert divergence_from_passing(failing, record(python, tmp_path, program, "program.grade(10)")) is None


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("a\nb\nc", "a\nB\nc", ((2, 1, 1),)),
        ("a\nb\nc", "a\nx\nb\nc", ((2, 0, 1),)),
        ("a\nb\nc", "a\nc", ((2, 1, 0),)),
        ("a\nb\nc", "a\nif x:\n    b\nc", ((2, 0, 1),)),
        ("a\nb\nc", "x\na\nB\ny\nc", ((1, 0, 1), (2, 1, 2))),
        ("a\n\nb", "a\nx\nb", ((2, 1, 0), (3, 0, 1))),
        ("a\nx\nb", "a\n\nb", ((2, 1, 0), (3, 0, 1))),
        ("a", "a", ()),
    ],
)
def test_versions_are_compared_line_by_line(before: str, after: str, edits: tuple[tuple[int, int, int], ...]) -> None:
    lines = line_map(before, after)
    assert lines.edits == edits
    ours, theirs = before.split("\n"), after.split("\n")
    for number, line in enumerate(ours, 1):
        there = lines.there(number)
        if there is not None:
            assert theirs[there - 1].strip().lower() == line.lower()
            assert lines.reversed().there(there) == number
    assert lines.there(len(ours) + 7) == len(theirs) + 7


def test_removed_lines_beyond_the_added_ones_are_not_there() -> None:
    lines = LineMap(((2, 3, 1),))
    assert [lines.there(line) for line in range(1, 7)] == [1, 2, None, None, 3, 4]
    assert [lines.reversed().there(line) for line in range(1, 5)] == [1, 2, 5, 6]
