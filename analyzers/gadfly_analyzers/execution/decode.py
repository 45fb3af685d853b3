"""From the probe's messages to plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.results import Call, Comparison, Outcome, Raised, Stop, TestResult
from gadfly_analyzers.values import Value

Message = Mapping[str, Any]


def value(told: Message | None) -> Value | None:
    """Read a value."""
    return Value(str(told["text"]), str(told["type"]), bool(told["literal"])) if told else None


def line(told: Message) -> int | None:
    """Read the line that a message is about, if it names one."""
    number = told.get("line")
    if number is not None and not isinstance(number, int):
        raise TypeError(f"{number!r} is no line")
    return number


def call(told: Message) -> Call:
    """Read a call."""
    return Call(
        told["function"], told["line"], told["text"], told["literal"], value(told.get("returned")), told.get("raised")
    )


def answers(told: Sequence[Message] | None) -> list[Message] | None:
    """Read what a program answered in a test, as it is handed on to who judges by it."""
    if told is None:
        return None
    names = ("function", "returned", "raised")
    return [{name: None if one[name] is None else str(one[name]) for name in names} for one in told]


def comparison(told: Message | None) -> Comparison | None:
    """Read a failed comparison."""
    if not told:
        return None
    expected, actual = value(told["expected"]), value(told["actual"])
    if expected is None or actual is None:
        return None
    return Comparison(told["operator"], expected, actual, told["actual_source"], bool(told.get("close")))


def raised(told: Message | None) -> Raised | None:
    """Read an exception."""
    return Raised(told["type"], told["message"], told["line"]) if told else None


def stop(told: Message | None) -> Stop | None:
    """Read an end by force."""
    return Stop(told["reason"], told["line"]) if told else None


def result(written: Message, told: Message) -> TestResult:
    """Read a test: where it is written, and what its run showed."""
    return TestResult(
        id=written["id"],
        name=written["name"],
        path=Path(written["path"]),
        line=written["line"],
        source=written["source"],
        outcome=Outcome(told["outcome"]),
        seconds=float(told.get("seconds", 0.0)),
        lines=frozenset(told.get("lines", ())),
        calls=tuple(call(one) for one in told.get("calls", ())),
        comparison=comparison(told.get("comparison")),
        raised=raised(told.get("raised")),
        stop=stop(told.get("stop")),
        stdout=told.get("stdout", ""),
        asserted_line=told.get("asserted_line"),
        expected=value(told.get("expected")),
        actual_source=told.get("actual_source"),
    )
