"""McMiner (misconceptions found in student programs by a model), one JSON object a program, or a list of them.

The description of the misconception is taken as what a tutor says.  Fields are looked for under the names below, since
versions of the data differ; tests are kept if they are there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gadfly_server.grading.adapters.asserts import pytest_module, statements_of
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript, Turn

TUTOR = "McMiner"
_CODE = ("code", "student_code", "program", "buggy_code")
_SAID = ("misconception", "predicted_misconception", "misconception_description", "description")
_TASK = ("problem", "problem_description", "problem_statement", "task")
_NAME = ("id", "code_id", "problem_id")
_TESTS = ("tests", "test_cases", "unit_tests")


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:  # noqa: ARG001
    """Give a transcript of one turn for each program. Raises ``Unreadable``."""
    for number, item in enumerate(_items(path), 1):
        code, said = _first(item, _CODE), _first(item, _SAID)
        if not code or not said:
            fields = f"one of the fields {', '.join(_CODE)}, and one of {', '.join(_SAID)}"
            raise Unreadable(f"{path}, object {number}: it needs {fields}.")
        task = _first(item, _TASK)
        yield Transcript(
            id=f"{number}-{_first(item, _NAME) or 'program'}",
            tutor=tutor or TUTOR,
            problem=str(item.get("problem_id") or task or number),
            program=code,
            tests=_tests(path, number, _first(item, _TESTS)),
            task=task,
            turns=(Turn(role="tutor", text=said),),
        )


def _items(path: Path) -> Iterator[Mapping[str, Any]]:
    text = text_of(path)
    try:
        whole = (
            json.loads(text)
            if text.lstrip().startswith("[")
            else [json.loads(one) for one in text.split("\n") if one.strip()]
        )
    except ValueError as error:
        raise Unreadable(f"{path} is no JSON: {error}.") from error
    yield from (each for each in whole if isinstance(each, dict))


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = next((item[name] for name in names if item.get(name)), "")
    return "\n".join(map(str, found)) if isinstance(found, list) else str(found)


def _tests(path: Path, number: int, text: str) -> str:
    if "def test" in text or not text:
        return text
    try:
        return pytest_module(statements_of(text))
    except SyntaxError as error:
        raise Unreadable(f"{path}, object {number}: its tests are no Python ({error.msg}).") from error
