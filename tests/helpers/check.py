"""Say in a program's own text what patterns must find in it."""

from __future__ import annotations

import re
from textwrap import dedent

from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.findings import Finding, Severity
from gadfly_analyzers.source import Edit, Position, Source

# A label line is a comment that marks columns of the line above it: `#   ^^^ info[rule]: question`.
_LABEL = re.compile(r"^(?P<before>[ #]*)(?P<marks>\^+) (?P<said>\w+\[[\w-]+\]: .*)$")

_SHORT = {Severity.INFORMATION: "info"}

Found = tuple[int, int, int, str]


def check_findings(text: str, *, only: str = "") -> None:
    """Demand exactly the findings that label lines tell of, no others; ``only`` looks at one rule's.

    A label in column 0 leaves out its `#`. Label lines are removed before the text is read.
    """
    program, expected = _read(dedent(text).removeprefix("\n"))
    source = Source.parse(program)
    assert _of_rule(only, found_in(source)) == sorted(expected)
    assert _of_rule(only, _while_typing(program)) == sorted(expected), "found otherwise when the program is typed"


def check_nothing(text: str, *, only: str = "") -> None:
    """Demand that nothing is found."""
    source = Source.parse(dedent(text).removeprefix("\n"))
    assert _of_rule(only, found_in(source)) == []


def found_in(source: Source) -> list[Found]:
    """Give all findings as 1-based line, first and last column in characters, and what is said."""
    return sorted(_as_found(source, finding) for finding in check(source))


def _of_rule(rule: str, found: list[Found]) -> list[Found]:
    return [each for each in found if f"[{rule}]: " in each[-1]] if rule else found


def _while_typing(program: str) -> list[Found]:
    checker, source = Checker(), Source.parse("")
    for line, text in enumerate(program.splitlines(keepends=True)):
        source = source.edited([Edit(Position(line, 0), Position(line, 0), text)])
        checker.check(source)
    source = source.settled()
    return sorted(_as_found(source, finding) for finding in checker.check(source))


def _as_found(source: Source, finding: Finding) -> Found:
    line, column = source.position(finding.span.start)
    before = source.data[finding.span.start - column : finding.span.start].decode()
    length = len(source.slice(finding.span).split("\n")[0])
    said = f"{_SHORT.get(finding.severity, finding.severity.value)}[{finding.rule}]: {finding.message}"
    return line + 1, len(before), len(before) + length, said


def _read(text: str) -> tuple[str, list[Found]]:
    program: list[str] = []
    expected: list[Found] = []
    for line in text.split("\n"):
        label = _LABEL.match(line)
        if label:
            expected.append((len(program), label.start("marks"), label.end("marks"), label["said"]))
        else:
            program.append(line)
    return "\n".join(program), expected
