"""Tests and looking for bugs."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "test",
        "test, unit test",
        "test",
        later("A test calls your program and compares what comes out with what it wants."),
    ),
    Term(
        "assert",
        "assert, assertion",
        "zusicherung",
        later("`assert` says what has to be so. Where it is not so, that is an `AssertionError`."),
    ),
    Term(
        "pytest",
        "pytest",
        "",
        later("`pytest` is a tool that finds the tests in a folder, runs them, and tells which of them failed."),
    ),
    Term(
        "edge-case",
        "edge case, corner case",
        "randfall, randfälle, grenzfall, grenzfälle",
        later("An edge case is an input at the edge of what may come, such as an empty list or the number 0."),
    ),
    Term(
        "trace",
        "trace, tracing",
        "ablauf, ablaufverfolgung",
        later("A trace is a record of a run: which lines ran, in which order, and what the names stood for."),
    ),
    Term(
        "breakpoint",
        "breakpoint, break point",
        "haltepunkt",
        later("A breakpoint is a line at which a debugger stops a run, so that you can look around."),
    ),
    Term(
        "debugger",
        "debugger, debug, debugging",
        "fehlersuche",
        later("A debugger is a tool that stops a run and goes on step by step, so that you can watch what happens."),
    ),
    Term(
        "stack",
        "stack, call stack, frame, stack frame",
        "stapel, aufrufstapel",
        later("The stack is the pile of calls that have begun and not ended. The newest one lies on top."),
    ),
)
