"""What readings say of a recording is what the program itself tells."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.layout import Layout
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_analyzers.trace.recording import Trace
from helpers.probing import event, python, record, run_script
from helpers.twins import random_call, random_program, told_by_twin

__all__ = ["python"]

SEEDS = range(80)
_RECORD_ALL = """
import os
from gadfly_analyzers.execution.probe.recorder import Recorder
for number, (program, call) in enumerate({cases!r}):
    path = os.path.join({folder!r}, "case%d.py" % number)
    with open(path, "w") as file:
        file.write(program)
    names = {{}}
    exec(compile(program, path, "exec"), names)
    recorder = Recorder(path)
    with recorder:
        exec(compile(call, "<test>", "exec"), names)
    tell([recorder.events, recorder.complete, recorder.stopped])
"""


def test_readings_agree_with_what_random_programs_tell_of_themselves(python: str, tmp_path: Path) -> None:
    cases = [(random_program(seed), random_call(seed)) for seed in SEEDS]
    told = run_script(python, _RECORD_ALL.format(cases=cases, folder=str(tmp_path)), tmp_path)
    unknown = known = 0
    for (program, call), (events, complete, stopped) in zip(cases, told, strict=True):
        trace = Trace(call, tuple(event(each) for each in events), complete, stopped)
        result = compare(program, call, trace)
        unknown, known = unknown + result[0], known + result[1]
    assert known > 500
    assert unknown < known / 10


def compare(program: str, call: str, trace: Trace) -> tuple[int, int]:
    """Compare all that can be asked; give how many answers are unknown, and how many are not."""
    twin = told_by_twin(program, call)
    source = Source.parse(program)
    layout = Layout(source)
    [activation] = Readings(trace, source).activations_of("f")
    unknown = known = 0
    for statement in source.statements():
        line = statement.line
        where = f"line {line} of {call} in\n{program}"
        if statement.kind in ("expression_statement", "return_statement"):
            runs = activation.runs_of(line)
            assert runs is not None
            assert len(runs) == twin.runs.get(line, 0), where
            if statement.kind != "return_statement" and "xs[a]" not in source.lines[line - 1]:  # that may raise
                for step, names in zip(runs, twin.values.get(line, []), strict=True):
                    assert {name: after(activation, name, step) for name in names} == names, where
        if statement.kind in ("for_statement", "while_statement"):
            passes = activation.passes(line)
            assert passes is not None or layout.may_be_silent(statement), where
            assert passes is None or len(passes) == twin.passes.get(line, 0), where
            unknown, known = unknown + (passes is None), known + (passes is not None)
        if (
            statement.kind in ("if_statement", "elif_clause", "while_statement")
            and "while True" not in source.lines[line - 1]
        ):
            branches = activation.branches(line)
            assert branches is not None or layout.may_be_silent(statement), where
            assert branches is None or [each.value for each in branches] == twin.branches.get(line, []), where
            unknown, known = unknown + (branches is None), known + (branches is not None)
    return unknown, known


def after(activation: Activation, name: str, step: object) -> str | None:
    seen = activation.value_after(name, step)  # type: ignore[arg-type]
    return seen.value.text if seen else None


AVERAGE = """
    def average(values):
        total = 0
        for i in range(1, len(values)):
            total += values[i]
        return total / len(values)
"""
FACTORIAL = """
    def factorial(n):
        if n <= 1:
            return 1
        return n * factorial(n - 1)
"""


def readings_of(folder: Path, program: str, action: str, most: int = 20_000) -> Readings:
    trace = record(sys.executable, folder, program, action, most)
    return Readings(trace, Source.parse(dedent(program).removeprefix("\n")))


def test_values_passes_and_results_of_a_loop(tmp_path: Path) -> None:
    readings = readings_of(tmp_path, AVERAGE, "program.average([2, 4, 6])")
    [activation] = readings.activations_of("average")
    assert [name for name, _ in activation.arguments] == ["values"]
    assert len(activation.passes(3) or ()) == 2
    totals = [activation.value_after_pass("total", 3, number) for number in (1, 2, 3)]
    assert [seen.value.text if seen else None for seen in totals] == ["4", "10", None]
    assert [each.value.text for each in readings.returned("average")] == ["3.3333333333333335"]
    assert activation.value_before("total", activation.indices[0]) is None


def test_the_evidence_of_a_reading_is_an_event_of_the_trace(tmp_path: Path) -> None:
    readings = readings_of(tmp_path, AVERAGE, "program.average([2, 4, 6])")
    seen = readings.activations[0].value_after_pass("total", 3, 1)
    assert seen is not None
    changes = readings.trace.events[seen.event].changes
    assert [(name, value.text) for name, value in changes] == [("total", "4")]
    reached = readings.reached(4)
    assert reached is not None
    assert readings.trace.events[reached.event].line == 4


def test_what_an_inner_function_has_from_outside_is_no_argument(tmp_path: Path) -> None:
    program = """
    def subsets(items):
        found = []

        def go(at, chosen):
            found.append(chosen)
            if at < len(items):
                go(at + 1, chosen)

        go(0, [])
        return found
    """
    readings = readings_of(tmp_path, program, "program.subsets([7])")
    first, _ = readings.activations_of("subsets.go")
    assert [(name, value.text) for name, value in first.arguments] == [("at", "0"), ("chosen", "[]")]
    held = first.value_before("found", first.indices[1])
    assert held is not None
    assert held.text == "[]"


def test_each_activation_of_a_recursion_is_read_by_itself(tmp_path: Path) -> None:
    readings = readings_of(tmp_path, FACTORIAL, "program.factorial(3)")
    activations = readings.activations_of("factorial")
    assert [each.parent for each in activations] == [None, 0, 1]
    assert [each.returned.value.text for each in activations if each.returned] == ["6", "2", "1"]
    assert [[seen.value for seen in each.branches(2) or ()] for each in activations] == [[False], [False], [True]]
    assert readings.first_through(3) is activations[2]


def test_what_a_cut_recording_cannot_tell_is_not_told(tmp_path: Path) -> None:
    endless = "def f():\n    n = 0\n    while n >= 0:\n        n += 1\n    return n\n"
    readings = readings_of(tmp_path, endless, "import sys; sys.setrecursionlimit(100); program.f() if 0 else None", 10)
    assert readings.activations == ()
    assert readings.reached(2) is not None
    cut = Trace("t", readings.trace.events, False, "after 0 steps")
    assert Readings(cut, Source.parse(endless)).reached(5) is None


def test_a_recording_cut_anywhere_says_only_what_the_whole_one_says(tmp_path: Path) -> None:
    program = random_program(5)
    source = Source.parse(program)
    whole = readings_of(tmp_path, program, f"program.{random_call(5)}")
    events = whole.trace.events
    assert len(events) > 30
    for most in range(1, len(events)):
        cut = Readings(Trace("t", events[:most], False, ""), source)
        for statement in source.statements():
            for ask in (passes, branches, runs):
                said = ask(cut, statement.line)
                assert said is None or said == (ask(whole, statement.line) or [])[: len(said)], statement


def passes(readings: Readings, line: int) -> list[int] | None:
    found = readings.activations_of("f")[0].passes(line)
    return None if found is None else [step.start for step in found]


def runs(readings: Readings, line: int) -> list[int] | None:
    found = readings.activations_of("f")[0].runs_of(line)
    return None if found is None else [step.start for step in found]


def branches(readings: Readings, line: int) -> list[tuple[bool, int]] | None:
    found = readings.activations_of("f")[0].branches(line)
    return None if found is None else [(seen.value, seen.event) for seen in found]


def test_statements_that_share_a_line_are_not_told_apart(tmp_path: Path) -> None:
    program = "def f(xs):\n    t = 0\n    for x in xs: t += x\n    if t: t = 1; u = 2\n    return t\n"
    [activation] = readings_of(tmp_path, program, "program.f([1, 2])").activations
    assert activation.passes(3) is None
    assert activation.branches(4) is None
    assert activation.runs_of(3) is None


def test_an_exception_is_read_where_it_left(tmp_path: Path) -> None:
    program = "def f(xs):\n    if xs[3]:\n        return 1\n    return 2\n"
    [activation] = readings_of(tmp_path, program, "program.f([])").activations
    assert activation.returned is None
    assert activation.raised is not None
    assert activation.raised.value.type == "IndexError"
    assert activation.branches(2) == ()


def test_a_line_that_an_exception_breaks_off_leaves_no_value_behind(tmp_path: Path) -> None:
    program = (
        "def f(xs):\n    t = 0\n    for x in xs:\n        try:\n            t += int(x)\n"
        "        except ValueError:\n            t += len(x)\n    t += xs\n    return t\n"
    )
    [activation] = readings_of(tmp_path, program, "program.f(['4', 'ab'])").activations
    whole, broken = activation.runs_of(5) or ()
    [last] = activation.runs_of(8) or ()
    [caught] = activation.runs_of(7) or ()
    found = [activation.value_after("t", step) for step in (whole, broken, caught, last)]
    assert [each and each.value.text for each in found] == ["4", None, "6", None]


SWALLOWED = {
    "with": """
        from contextlib import suppress
        def f(xs):
            t = 0
            for x in xs:
                with suppress(ValueError):
                    t += int(x)
            return t
    """,
    "finally": """
        def f(xs):
            t = n = 0
            for x in xs:
                try:
                    try:
                        t += int(x)
                    finally:
                        n += 1
                except ValueError:
                    n -= 1
            return t
    """,
}


@pytest.mark.parametrize("name", SWALLOWED)
def test_where_an_exception_may_have_been_held_back_only_a_new_value_is_told(
    name: str, python: str, tmp_path: Path
) -> None:
    program = dedent(SWALLOWED[name]).lstrip()
    trace = record(python, tmp_path, program, "program.f(['4', 'ab', '3'])")
    activation = Readings(trace, Source.parse(program)).activations_of("f")[0]
    line = next(number for number, text in enumerate(program.splitlines(), 1) if "t += int" in text)
    told = [after(activation, "t", step) for step in activation.runs_of(line) or ()]
    told[1:-1] = dict.fromkeys(told[1:-1])  # Python 3.9 shows the line once more as the exception leaves a `with`
    assert told == ["4", None, "7"]


def test_what_stands_before_others_in_a_with_or_a_try_has_its_value(python: str, tmp_path: Path) -> None:
    program = (
        "from contextlib import suppress\ndef f(t):\n    with suppress(ValueError):\n        t += 0\n        t += 1\n"
        "    try:\n        t += 0\n        t += 1\n    finally:\n        u = t\n        u += 0\n    return t\n"
    )
    trace = record(python, tmp_path, program, "program.f(1)")
    activation = Readings(trace, Source.parse(program)).activations_of("f")[0]
    found = {step.statement.line: after(activation, "t", step) for step in activation.steps}
    assert [found[line] for line in (4, 5, 7, 8, 10, 11)] == ["1", "2", "2", "3", "3", "3"]


def test_whether_names_stand_for_the_same_object_at_a_moment(python: str, tmp_path: Path) -> None:
    program = "def f(a):\n    b = a\n    c = a[:]\n    b = c\n    d = 1\n    return b\n"
    trace = record(python, tmp_path, program, "program.f([1])")
    [activation] = Readings(trace, Source.parse(program)).activations
    ends = {step.statement.line: step.end for step in activation.steps}
    asked = [(2, "a", "b"), (3, "a", "c"), (4, "a", "b"), (4, "b", "c"), (2, "a", "c"), (5, "a", "d")]
    found = [activation.same_object(first, second, ends[line] or 0) for line, first, second in asked]
    assert found == [True, False, False, True, None, None]
