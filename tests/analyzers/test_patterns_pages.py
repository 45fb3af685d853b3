"""What every pattern says keeps to the rules of the house."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from gadfly_analyzers import patterns, syntax_signs
from gadfly_analyzers.check import check
from gadfly_analyzers.source import Source
from helpers.pages import MODULES, corrected, example, page

HEADINGS = ["What you see", "Why it matters", "Example", "Think about"]
EDITS = re.compile(r"\b(add|change|replace|remove|delete|insert|move|should|must|fix|use|write|try)\b", re.IGNORECASE)


def questions(module: ModuleType) -> list[str]:
    """Give what a pattern says of its own example."""
    return [finding.message for finding in check(Source.parse(example(module))) if finding.rule == module.RULE]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE)
def test_a_page_has_its_parts_and_its_example_shows_the_bug(module: ModuleType) -> None:
    assert re.findall(r"^## (.*)$", page(module), re.MULTILINE) == HEADINGS
    assert page(module).rstrip().endswith("?")
    assert questions(module)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE)
def test_a_question_is_short_and_tells_no_repair(module: ModuleType) -> None:
    for question in questions(module):
        _is_a_good_question(question)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE)
def test_the_corrected_example_is_not_asked_about_and_not_told(module: ModuleType) -> None:
    right = corrected(module)
    assert module.RULE not in {finding.rule for finding in check(Source.parse(right))}
    new = tokens(right) - tokens(example(module))
    for question in questions(module):
        assert not tokens(" ".join(re.findall(r"`([^`]*)`", question))) & new, "names what only the repair has"


@pytest.mark.parametrize("kind", syntax_signs.QUESTIONS)
def test_a_question_about_syntax_is_short_and_tells_no_repair(kind: str) -> None:
    _is_a_good_question(syntax_signs.QUESTIONS[kind])


def test_every_file_of_a_pattern_is_listed_under_its_own_name() -> None:
    folder = Path(inspect.getfile(patterns)).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "asking", "pattern"}
    assert {module.RULE for module in MODULES} == {name.replace("_", "-") for name in files}


def test_a_pattern_reads_and_never_runs() -> None:
    folder = Path(inspect.getfile(patterns)).parent
    names = {
        node.id
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }
    assert not names & {"compile", "eval", "exec", "open", "__import__"}


def tokens(text: str) -> set[str]:
    """Give the words and signs of a program."""
    return set(re.findall(r"\w+|[^\w\s]+", text))


def _is_a_good_question(question: str) -> None:
    assert question.endswith("?")
    assert len(question.split()) <= 15
    assert not EDITS.search(re.sub(r"`[^`]*`", "", question))
