"""Patterns are quiet where a file is broken, and break at nothing."""

from __future__ import annotations

import pytest

from gadfly_analyzers.patterns import syntax_place
from gadfly_analyzers.source import Source
from helpers.check import found_in
from helpers.pages import MODULES, example

BUGS = [pytest.param(example(module), id=module.RULE) for module in MODULES if module is not syntax_place]


@pytest.mark.parametrize("program", BUGS)
@pytest.mark.parametrize("broken", ["def f(:\n    pass\n", "x = = 3\n", "if x = 3:\n    pass\n"])
def test_beside_a_broken_statement_only_the_break_is_asked_about(program: str, broken: str) -> None:
    for text in (broken + program, program + broken):
        found = found_in(Source.parse(text))
        near = [said for *_, said in found if said.startswith("error")]
        assert len(near) == 1
        first = program.count("\n") if text.startswith(program) else 0
        beside = [line for line, *_, said in found if said not in near and abs(line - 1 - first) <= 1]
        assert beside == []


@pytest.mark.parametrize("program", BUGS)
def test_no_cut_of_a_bug_breaks_a_pattern(program: str) -> None:
    for end in range(len(program)):
        found_in(Source.parse(program[:end]))
        found_in(Source.parse(program[end:]))


def test_a_bug_far_from_a_broken_statement_is_still_asked_about() -> None:
    found = found_in(Source.parse("x == 3\na = 1\nb = 2\ndef f(:\n    pass\n"))
    assert [said.split("]")[0] for *_, said in found] == ["info[comparison-statement", "error[syntax-place"]
