"""Otter-Grader's test files in OK format: a dictionary of doctests, read as data and never run.

https://otter-grader.readthedocs.io/en/latest/test_files/ok_format.html describes it.
"""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_analyzers.python_text import assigned_literals

_NAME = "test"


def is_otter(text: str) -> bool:
    """Whether a Python file is such a test."""
    return re.search(r"^(?:OK_FORMAT\s*=\s*True|test\s*=\s*\{)", text, re.MULTILINE) is not None and "suites" in text


def translate(text: str, program: Path) -> tuple[str, tuple[str, ...]]:
    """The cases as test functions; cases that are hidden are left out, for here their text is for all to see."""
    told = assigned_literals(text).get(_NAME)
    if not isinstance(told, dict) or not isinstance(told.get("suites"), list):
        raise ValueError("its dictionary `test` cannot be read without running it")
    tests, left_out = [f"from {program.stem} import *"], []
    for number, case in enumerate(_cases(told), 1):
        name = re.sub(r"\W+", "_", str(told.get("name") or "case")).strip("_")
        if case.get("hidden"):
            left_out.append(f"case {number} of {name} is hidden: put it into the bundle of hidden tests")
            continue
        lines = [*_asserts(str(case.get("code", "")))]
        tests.append(f"\ndef test_{name}_{number}():\n" + "\n".join(f"    {line}" for line in lines or ["pass"]))
    return "\n\n".join(tests) + "\n", tuple(left_out)


def _cases(told: dict[Any, Any]) -> Iterator[dict[Any, Any]]:
    for suite in told["suites"]:
        cases = suite.get("cases") if isinstance(suite, dict) else None
        yield from (case for case in (cases if isinstance(cases, list) else ()) if isinstance(case, dict))


def _asserts(code: str) -> Iterator[str]:
    """Each example as an assertion that what it shows is what it should show."""
    for example in doctest.DocTestParser().get_examples(code):
        source, want = example.source.rstrip("\n"), example.want.rstrip("\n")
        if not want:
            yield from source.split("\n")
        elif want in ("True", "False"):
            yield f"assert ({source}) is {want}"
        elif "\n" in source:
            yield f"assert repr({source}) == {want!r}"
        else:
            yield f"assert {source} == {want}" if _is_literal(want) else f"assert repr({source}) == {want!r}"


def _is_literal(text: str) -> bool:
    return "__wanted" in assigned_literals(f"__wanted = {text}")
