"""Literals that the tests write down: what a program should hold may be among them."""

from __future__ import annotations

import ast
from collections import Counter

from gadfly_analyzers.execution.results import RunResult, TestResult
from gadfly_analyzers.python_text import module_of

_MOST = 24
_LONGEST = 60


def hints_of(run: RunResult) -> tuple[str, ...]:
    """List the literals in the failing tests' text and in what they expect, the most frequent first."""
    found = Counter(literal for test in run.failing for literal in _literals(test))
    return tuple(literal for literal, _ in found.most_common(_MOST))


def _literals(test: TestResult) -> set[str]:
    texts = [test.source]
    if test.expected is not None and test.expected.literal:
        texts.append(test.expected.text)
    return {literal for text in texts for literal in _constants(text)}


def _constants(text: str) -> set[str]:
    try:
        tree = module_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {written for value in constants if len(written := repr(value)) <= _LONGEST and value is not Ellipsis}
