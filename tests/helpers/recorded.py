"""Facts of small programs whose tests run right here: quick, and for harmless programs only."""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from gadfly_analyzers.execution.probe.identity import named_objects
from gadfly_analyzers.execution.results import Call, Comparison, Outcome, Problem, Raised, Stop, TestResult
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from gadfly_analyzers.values import Value
from gadfly_server.tutor.facts import Facts, SyntaxPlace
from gadfly_server.tutor.shape import shape_of

PROGRAM = "program.py"
MOST_EVENTS = 400


def facts_from(
    program: str, tests: str = "", *, problems: tuple[Problem, ...] = (), suspects: tuple[Suspect, ...] = ()
) -> Facts:
    """Run the tests against the program; of those that fail, the one with the fewest lines is in focus."""
    source = Source.parse(program)
    shape = shape_of(source)
    problem = source.syntax_error()
    if problem:
        return Facts(PROGRAM, program, shape, False, syntax=(SyntaxPlace(problem.line, problem.message, problem.kind),))
    ran = [_run(program, tests, node) for node in ast.parse(tests).body if isinstance(node, ast.FunctionDef)]
    failing = [(result, trace) for result, trace in ran if result.outcome is not Outcome.PASSED]
    focus, trace = min(failing, key=lambda pair: len(pair[0].lines), default=(None, None))
    return Facts(PROGRAM, program, shape, bool(tests), tuple(r for r, _ in ran), focus, trace, suspects, problems)


class _TooLong(Exception):  # noqa: N818 - it ends a program, it is no error
    """Ends a program that runs for long."""


@dataclass
class _Recorder:
    """What one test did in the program."""

    events: list[Event] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    frames: dict[int, int] = field(default_factory=dict)
    known: dict[int, dict[str, str]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    raised: dict[int, BaseException] = field(default_factory=dict)

    def trace(self, frame: FrameType, kind: str, argument: Any) -> Callable[..., Any] | None:
        if frame.f_code.co_filename != PROGRAM or frame.f_code.co_name == "<module>":
            return None
        if len(self.events) > MOST_EVENTS:
            raise _TooLong
        if kind == "call":
            self._call(frame)
        number = self.frames[id(frame)]
        if kind == "exception":
            self.raised[number] = argument[1]
            return self.trace
        error = self.raised.pop(number, None) if kind in ("line", "return") else None
        left = error if kind == "return" and argument is None else None
        event = {"call": EventKind.CALL, "line": EventKind.LINE}.get(
            kind, EventKind.RAISE if left else EventKind.RETURN
        )
        value = _value(left or argument) if kind == "return" else None
        changes, objects = self._changes(frame), tuple(named_objects(dict(frame.f_locals)))
        self.events.append(Event(event, number, frame.f_code.co_name, frame.f_lineno, changes, value, objects))
        if kind == "return" and number in self.texts:
            self._returned(frame, number, argument, type(left).__name__ if left else None)
        return self.trace

    def _call(self, frame: FrameType) -> None:
        number = self.frames[id(frame)] = (
            len({*self.frames.values()}) if id(frame) not in self.frames else max(self.frames.values()) + 1
        )
        self.known[number] = {}
        if frame.f_back is not None and frame.f_back.f_code.co_filename == "tests":
            arguments = list(frame.f_locals.values())
            self.texts[number] = f"{frame.f_code.co_name}({', '.join(map(repr, arguments))})"

    def leave(self) -> None:
        """Note the calls that never came back."""
        for number, text in self.texts.items():
            first = next(e for e in self.events if e.frame == number)
            self.calls.append(Call(first.function, first.line, text, "<" not in text, None, None))

    def _changes(self, frame: FrameType) -> tuple[tuple[str, Value], ...]:
        known = self.known[self.frames[id(frame)]]
        now = {name: repr(value) for name, value in frame.f_locals.items()}
        changed = [name for name, text in now.items() if known.get(name) != text]
        known.update(now)
        return tuple((name, _value(frame.f_locals[name])) for name in changed)

    def _returned(self, frame: FrameType, number: int, value: Any, raised: str | None) -> None:
        text = self.texts.pop(number)
        returned = None if raised else _value(value)
        name, line = frame.f_code.co_name, frame.f_code.co_firstlineno
        self.calls.append(Call(name, line, text, "<" not in text, returned, raised))


@contextmanager
def _tracing(recorder: _Recorder) -> Iterator[None]:
    before, deepest = sys.gettrace(), sys.getrecursionlimit()
    sys.setrecursionlimit(220)
    sys.settrace(recorder.trace)
    try:
        yield
    finally:
        sys.settrace(before)
        sys.setrecursionlimit(deepest)


def _run(program: str, tests: str, test: ast.FunctionDef) -> tuple[TestResult, Trace]:
    names: dict[str, Any] = {}
    exec(compile(program, PROGRAM, "exec"), names)
    recorder, outcome, compared, raised, stop, line = _Recorder(), Outcome.PASSED, None, None, None, None
    printed = io.StringIO()
    for statement in test.body:
        line = statement.lineno
        try:
            with redirect_stdout(printed):
                compared = _step(statement, names, recorder)
        except _TooLong:
            outcome, stop = Outcome.STOPPED, Stop("stopped after 2 s", recorder.events[-1].line)
        except Exception as error:
            inside = recorder.events[-1].line if recorder.events else None
            outcome, raised = Outcome.RAISED, Raised(type(error).__name__, str(error), inside)
        else:
            outcome = Outcome.FAILED if compared else Outcome.PASSED
        if outcome is not Outcome.PASSED:
            break
    recorder.leave()
    written = ast.get_source_segment(tests, test) or ""
    lines = frozenset(e.line for e in recorder.events if e.kind is EventKind.LINE)
    result = TestResult(
        f"test_program.py::{test.name}", test.name, Path("test_program.py"), test.lineno, written, outcome, 0.0,
        lines, tuple(recorder.calls), compared, raised, stop, printed.getvalue(), line,
    )  # fmt: skip
    return result, Trace(result.id, tuple(recorder.events), stop is None, stop.reason if stop else "")


def _step(statement: ast.stmt, names: dict[str, Any], recorder: _Recorder) -> Comparison | None:
    """Run one statement of a test; a failed ``assert a == b`` gives its sides."""
    if not isinstance(statement, ast.Assert):
        with _tracing(recorder):
            exec(compile(ast.Module([statement], []), "tests", "exec"), names)
        return None
    assert isinstance(statement.test, ast.Compare)
    left, right = statement.test.left, statement.test.comparators[0]
    with _tracing(recorder):
        actual = eval(compile(ast.Expression(left), "tests", "eval"), names)
    expected = eval(compile(ast.Expression(right), "tests", "eval"), names)
    sign = {ast.Eq: "==", ast.Is: "is"}[type(statement.test.ops[0])]
    if (actual == expected) if sign == "==" else (actual is expected):
        return None
    return Comparison(sign, _value(expected), _value(actual), ast.unparse(left))


def _value(value: Any) -> Value:
    text = repr(value)
    try:
        literal = ast.literal_eval(text) == value
    except (ValueError, SyntaxError):
        literal = False
    return Value(text, type(value).__name__, literal)
