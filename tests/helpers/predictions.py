"""Say in a program's own text what Python does, and what somebody who holds a misconception expects of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent, indent

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.predictions.predict import predict
from gadfly_analyzers.predictions.prediction import (
    After,
    AfterLastPass,
    AfterPass,
    Answer,
    Argument,
    Before,
    InPass,
    Passes,
    Point,
    Prediction,
    Reached,
    Returned,
    Runs,
    Taken,
    TimesTaken,
    predicted,
)
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_analyzers.trace.recording import Trace
from gadfly_analyzers.values import Value
from helpers.assignments import AMPLE, HERE, write

_EXPECTED = re.compile(r"#\? (?P<asked>[\w ]+): (?P<real>.+?) \| (?P<believed>.+)$")
_ASKED: dict[str, Callable[..., Point]] = {
    r"passes": Passes,
    r"runs": Runs,
    r"reached": Reached,
    r"taken": Taken,
    r"times taken": TimesTaken,
    r"returned": lambda line: Returned(),
    r"argument (\w+)": lambda line, name: Argument(name),
    r"(\w+) before": lambda line, name: Before(name, line),
    r"(\w+) in pass (\d+)": lambda line, name, number: InPass(name, line, int(number)),
    r"(\w+) after pass (\d+)": lambda line, name, number: AfterPass(name, line, int(number)),
    r"(\w+) after last pass": lambda line, name: AfterLastPass(name, line),
    r"(\w+) after run (\d+)": lambda line, name, number: After(name, line, int(number)),
    r"(\w+)": lambda line, name: After(name, line),
}
NOTHING = "nothing"


async def check_prediction(runner: Runner, folder: Path, misconception: str, program: str, call: str) -> None:
    """Demand of the marks ``#? asked: in Python | as believed`` that both are so.

    What is asked of is the first call of the function in which the mark stands, or before which it stands as a
    ``def``; ``nothing`` means that there is no answer.
    """
    program = dedent(program).removeprefix("\n")
    source = Source.parse(program)
    real = await recorded(runner, folder, program, call)
    found = await predictions(runner, folder, program, call, misconception)
    assert [each.misconception for each in found] == [misconception]
    ours, theirs = Readings(real, source), Readings(found[0].trace, source)
    marks = list(_marks(source))
    assert marks, "nothing is expected"
    for line, asked, expected, expected_by_some in marks:
        run, point = _run(ours, source, line), _point(asked, line)
        told = (_text(point.answer(run)), _text(predicted(theirs, ours, run, point)))
        assert (asked, *told) == (asked, expected, expected_by_some)


async def check_no_prediction(runner: Runner, folder: Path, misconception: str, program: str, call: str) -> None:
    """Demand that somebody with a misconception expects what Python does."""
    program = dedent(program).removeprefix("\n")
    assert (await recorded(runner, folder, program, call)).events
    assert await predictions(runner, folder, program, call, misconception) == ()


async def predictions(
    runner: Runner, folder: Path, program: str, call: str, *misconceptions: str, interpreter: Path = HERE
) -> tuple[Prediction, ...]:
    """Predict a test that makes a call."""
    assignment = write(folder, program, _test(call))
    source, test = Source.parse(program), "test_work.py::test_it"
    return await predict(source, assignment, test, runner, interpreter, AMPLE, misconceptions, seconds=30)


async def recorded(runner: Runner, folder: Path, program: str, call: str) -> Trace:
    """Record a test that makes a call."""
    assignment = write(folder, program, _test(call))
    return await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE, limits=AMPLE)


def _test(call: str) -> str:
    return f"import work\nfrom work import *\n\n\ndef test_it(monkeypatch):\n{indent(dedent(call).strip(), '    ')}\n"


def _marks(source: Source) -> Iterator[tuple[int, str, str, str]]:
    for number, text in enumerate(source.lines, 1):
        if mark := _EXPECTED.search(text.rstrip()):
            yield number, mark["asked"], mark["real"], mark["believed"]


def _point(asked: str, line: int) -> Point:
    for pattern, point in _ASKED.items():
        if match := re.fullmatch(pattern, asked):
            return point(line, *match.groups())
    raise AssertionError(asked)


def _run(readings: Readings, source: Source, line: int) -> Activation:
    function = next(each for each in reversed(source.functions()) if each.line <= line <= each.end_line)
    return readings.activations_of(function.name)[0]


def _text(answer: Answer | None) -> str:
    if answer is None:
        return NOTHING
    return answer.text if isinstance(answer, Value) else str(answer)
