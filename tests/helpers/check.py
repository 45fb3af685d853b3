"""Say in a program's own text what patterns must find in it."""

from __future__ import annotations

import re
from textwrap import dedent

from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.source import Edit, Position, Source

# A label line is a comment that marks columns of the line above it: `#   ^^^ warning[rule]: question`.
_LABEL = re.compile(r"^(?P<before>[ #]*)(?P<marks>\^+) (?P<said>\w+\[[\w-]+\]: .*)$")

Found = tuple[int, int, int, str]


def check_findings(text: str) -> None:
    """Demand exactly the findings that label lines tell of, no others.

    A label in column 0 leaves out its `#`. Label lines are removed before the text is read.
    """
    program, expected = _read(dedent(text).removeprefix("\n"))
    source = Source.parse(program)
    assert found_in(source) == sorted(expected)
    assert _while_typing(program) == sorted(expected), "found otherwise when the program is typed"


def check_nothing(text: str) -> None:
    """Demand that nothing is found."""
    source = Source.parse(dedent(text).removeprefix("\n"))
    assert found_in(source) == []


def found_in(source: Source) -> list[Found]:
    """Give all findings as 1-based line, first and last column in characters, and what is said."""
    return sorted(_as_found(source, finding) for finding in check(source))


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
    said = f"{finding.severity.value}[{finding.rule}]: {finding.message}"
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
