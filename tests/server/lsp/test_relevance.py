"""Which findings stay worth a question while the text moves on from the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.check import check
from gadfly_analyzers.examine import Examination
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.source import Source
from gadfly_server.lsp.relevance import Relevance

PROGRAM = (
    "def add(item, basket=[]):\n    return basket\n\n\ndef put(item, box=[]):\n    return box\n\n\nsame = 1 is 1\n"
)
RAN = RunResult(Path("student.py"), (), (), 0.1)


def looked(text: str, *lines: int, **more: Any) -> Examination:
    """What a run brings whose failing tests came by these 1-based lines."""
    source = Source.parse(text)
    found = check(source)
    asked = tuple(each for each in found if each.certain or source.line_of(each.span.start) + 1 in lines)
    seen = Examination(Path("student.py"), source, tuple(found), run=RAN, asked=asked, sharpened=True)
    return replace(seen, **more)


def asked(relevance: Relevance, text: str) -> list[str]:
    """The lines that are asked about in a version of the text."""
    source = Source.parse(text)
    return [source.lines[source.line_of(each.span.start)].strip() for each in relevance.among(check(source), source)]


def after(*lines: int) -> Relevance:
    relevance = Relevance()
    relevance.take(looked(PROGRAM, *lines))
    return relevance


ADD, PUT, SAME = "def add(item, basket=[]):", "def put(item, box=[]):", "same = 1 is 1"


def test_without_a_run_only_what_is_certain() -> None:
    assert asked(Relevance(), PROGRAM) == [SAME]


def test_after_a_run_what_failing_tests_came_by() -> None:
    assert asked(after(1), PROGRAM) == [ADD, SAME]
    assert asked(after(1, 5), PROGRAM) == [ADD, PUT, SAME]


@pytest.mark.parametrize(
    "text",
    [
        "import math\n\n\n" + PROGRAM,
        PROGRAM.replace("return basket", "basket.append(item)\n    return basket"),
        PROGRAM.replace("basket=[]):", "basket=[]):  # why?"),
        PROGRAM.replace("def add(item, ", "def add(item,   "),
        "if True:\n    " + PROGRAM.replace("\n    return basket", "\n        return basket", 1),
        "def put(item, box=[]):\n    return box\n\n\n" + PROGRAM.replace("def put", "def set"),
    ],
    ids=["above", "below", "comment", "space", "deeper", "moved"],
)
def test_what_happens_around_its_line_changes_nothing(text: str) -> None:
    shown = asked(after(1), text)
    assert [line.partition("  #")[0].replace("   ", " ") for line in shown] == [ADD, SAME]


@pytest.mark.parametrize(("old", "new"), [("basket=[]", "basket=[1]"), ("add(", "adds("), ("basket=[]", "basket=None")])
def test_what_is_touched_is_no_longer_asked_about_and_is_again_when_it_is_undone(old: str, new: str) -> None:
    relevance = after(1)
    assert asked(relevance, PROGRAM.replace(old, new)) == [SAME]
    assert asked(relevance, PROGRAM) == [ADD, SAME]


TWICE = "class A:\n    def f(self, x=[]):\n        return x\n\nclass B:\n    def f(self, x=[]):\n        return x\n"


def test_of_equal_lines_only_the_one_that_ran() -> None:
    relevance = Relevance()
    relevance.take(looked(TWICE, 6))
    source = Source.parse("import math\n" + TWICE)
    [only] = relevance.among(check(source), source)
    assert source.line_of(only.span.start) == 6


def test_a_copy_of_what_ran_is_asked_about_beside_it() -> None:
    assert asked(after(1), "def add(item, basket=[]):\n    return 1\n\n\n" + PROGRAM) == [ADD, ADD, SAME]


def test_a_newer_run_takes_the_place_of_an_older_one() -> None:
    relevance = after(1)
    relevance.take(looked(PROGRAM, 5))
    assert asked(relevance, PROGRAM) == [PUT, SAME]
    relevance.take(looked(PROGRAM))
    assert asked(relevance, PROGRAM) == [SAME]


@pytest.mark.parametrize("more", [{"sharpened": False}, {"run": None}], ids=["not yet over", "no run possible"])
def test_what_is_not_a_whole_run_changes_nothing(more: dict[str, object]) -> None:
    relevance = after(1)
    before = relevance.marks
    relevance.take(looked(PROGRAM, 5, **more))
    relevance.take(None)
    assert relevance.marks == before
