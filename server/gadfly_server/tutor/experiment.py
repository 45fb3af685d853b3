"""Check what a student supposes against the recorded run: nothing is printed, and nothing runs again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from gadfly_analyzers.python_text import expression_of
from gadfly_analyzers.values import Value
from gadfly_server.tutor import reading
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.pictures import attributes
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.supposing import AFTER, EVERY, LAST
from gadfly_server.wording import spoken

if TYPE_CHECKING:
    from gadfly_analyzers.trace.readings import Activation, Step
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.supposing import Supposed

CONFIRMED, REFUTED, NEVER_REACHED = "confirmed", "refuted", "never-reached"
UNKNOWN_NAME, NOT_RECORDED = "unknown-name", "not-recorded"
NO_RUN, CUT, TOO_LONG, UNREADABLE = "no-run", "cut", "too-long", "unreadable"  # why something is not recorded
_COMPARED = Question("", "value-at", 2, "", Entry.VALUE, Oracle("", "trace", ""), None, ())


@dataclass(frozen=True, slots=True)
class Finding:
    """What the run shows of a hypothesis: a verdict, and the value that the run had.

    ``time`` is the time at which it had it, of ``times`` that the line ran in all; ``event`` is the index of the
    event that shows it; ``why`` tells why there is nothing to compare.
    """

    verdict: str
    value: str = ""
    time: int = 0
    times: int = 0
    event: int = -1
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment of a run; no event where the recording ended before it."""

    run: Activation
    event: int | None


class _OutOfSightError(Exception):
    """What a name stands for is not in the recording, although there is such a name."""


def try_out(supposed: Supposed, facts: Facts) -> Finding:
    """Compare with the recorded run of the test in focus."""
    if facts.trace is None:
        return Finding(NOT_RECORDED, why=NO_RUN)
    moments = list(_moments(supposed, facts))
    times = len(moments)
    last = times if supposed.time in (EVERY, LAST) else supposed.time
    if not facts.trace.complete and (supposed.time == LAST or not times or last > times):
        return Finding(NOT_RECORDED, why=CUT)
    if not times or last > times:
        return Finding(NEVER_REACHED, times=times)
    wanted = range(1 if supposed.time == EVERY else last, last + 1)
    found = [Finding(UNKNOWN_NAME)]
    for time in wanted:
        now = replace(_at(moments[time - 1], supposed), time=time, times=times)
        if now.verdict not in (CONFIRMED, UNKNOWN_NAME):
            return now
        found.append(now)
    return next((each for each in reversed(found) if each.verdict == CONFIRMED), found[-1])


def names_a_value(name: str) -> bool:
    """Whether a text is a name, an attribute such as ``self.items``, or an item such as ``rows[0]`` or ``rows[i]``."""
    try:
        return _is_path(expression_of(name))
    except (SyntaxError, ValueError, RecursionError):
        return False


def _is_path(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute):
        return _is_path(node.value)
    if isinstance(node, ast.Subscript):
        return _is_path(node.value) and (_is_path(node.slice) or reading.literal(ast.unparse(node.slice)) is not None)
    return isinstance(node, ast.Name)


def _moments(supposed: Supposed, facts: Facts) -> Iterator[_Moment]:
    """Each time that the line runs, of a loop's first line each pass, in the order of what is looked at.

    A line that calls its own function begins before the calls inside, and is over after them.
    """
    found: list[_Moment] = []
    loop = next((block for block in facts.shape.blocks if block.loops and block.line == supposed.line), None)
    for run in facts.runs:
        passes = run.passes(supposed.line) if loop else None
        if passes is None:
            steps = [step for step in run.steps if _holds(step, supposed.line)]
            ends = [step.end for step in steps]
        else:
            steps = [*passes]
            ends = [run.end_of_pass(supposed.line, number) for number in range(1, len(steps) + 1)]
        events = ends if supposed.when == AFTER else [step.start for step in steps]
        found += [_Moment(run, event) for event in events]
    yield from sorted(found, key=lambda moment: inf if moment.event is None else moment.event)


def _holds(step: Step, line: int) -> bool:
    return step.statement.line <= line <= step.statement.end_line


def _at(moment: _Moment, supposed: Supposed) -> Finding:
    if moment.event is None:
        return Finding(NOT_RECORDED, why=CUT)
    try:
        value = _look(expression_of(supposed.name), moment)
    except _OutOfSightError:
        return Finding(NOT_RECORDED, event=moment.event, why=TOO_LONG)
    if value is None:
        return Finding(UNKNOWN_NAME, event=moment.event)
    if not value.literal and "..." in value.text:
        return Finding(NOT_RECORDED, event=moment.event, why=TOO_LONG)
    compared = _compared(value.text, supposed.value, spoken())
    if compared == "unclear":
        return Finding(NOT_RECORDED, event=moment.event, why=UNREADABLE)
    return Finding(CONFIRMED if compared == "right" else REFUTED, value.text, event=moment.event)


@lru_cache(maxsize=64)  # passes often find the same values again
def _compared(value: str, said: str, _language: str) -> str:
    return mark(replace(_COMPARED, oracle=Oracle(value, "trace", "")), said).verdict


def _look(node: ast.expr, moment: _Moment) -> Value | None:
    """What a name, or a part of what it stands for, was at a moment; ``None`` if there was no such thing."""
    assert moment.event is not None
    if isinstance(node, ast.Name):
        return moment.run.value_before(node.id, moment.event)
    if not isinstance(node, ast.Attribute | ast.Subscript):
        return None
    owner = _look(node.value, moment)
    if owner is None:
        return None
    return _attribute(owner, node.attr) if isinstance(node, ast.Attribute) else _item(owner, node.slice, moment)


def _attribute(owner: Value, name: str) -> Value | None:
    parts = dict(attributes(owner))
    if f"self.{name}" not in parts and (not parts or "..." in owner.text):
        raise _OutOfSightError
    return parts.get(f"self.{name}")


def _item(owner: Value, index: ast.expr, moment: _Moment) -> Value | None:
    key = reading.literal(ast.unparse(index)) if not _is_path(index) else None
    if key is None:
        named = _look(index, moment)
        if named is None:
            return None
        key = reading.literal(named.text)
    held = reading.literal(owner.text)
    if held is None or key is None:
        raise _OutOfSightError
    try:
        part = held.value[key.value]
    except (LookupError, TypeError):
        return None
    return Value(repr(part), type(part).__name__, literal=True)
