"""McMiner (misconceptions found in student programs by a model): a folder as its repository has it, or a file.

A file holds one JSON object a program, or a list of them; see ``mcminer_folder.py`` for folders.  The description of
the misconception is taken as what a tutor says.  Fields are looked for under the names below, since versions of the
data differ; tests are kept if they are there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gadfly_server.grading.adapters.asserts import pytest_module, statements_of
from gadfly_server.grading.adapters.mcminer_folder import rows
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript, Turn

TUTOR = "McMiner"
MOST_REPAIRS = 5
_CODE = ("code", "student_code", "program", "buggy_code")
_SAID = ("misconception", "predicted_misconception", "misconception_description", "description")
_TASK = ("problem", "problem_description", "problem_statement", "task")
_NAME = ("id", "code_id", "problem_id")
_TESTS = ("tests", "test_cases", "unit_tests")


def read(
    path: Path,
    *,
    tutor: str | None = None,
    program: Path | None = None,  # noqa: ARG001 - as all formats
    tell: Tell = silent,  # noqa: ARG001 - as all formats
) -> Iterator[Transcript]:
    """Give a transcript of one turn for each program. Raises ``Unreadable``."""
    for number, item in enumerate(_found(path), 1):
        code, said = _first(item, _CODE), _first(item, _SAID)
        if not code or not said:
            fields = f"one of the fields {', '.join(_CODE)}, and one of {', '.join(_SAID)}"
            also = " Predictions have no programs: name the folder that holds both." if "prediction_id" in item else ""
            raise Unreadable(f"{path}, object {number}: it needs {fields}.{also}")
        task = _first(item, _TASK)
        yield Transcript(
            id=f"{number}-{_first(item, _NAME) or 'program'}",
            tutor=tutor or TUTOR,
            problem=str(item.get("problem_id") or task or number),
            program=code,
            tests=_tests(path, number, _first(item, _TESTS)),
            repairs=tuple(item.get("repairs") or ())[:MOST_REPAIRS],
            task=task,
            turns=(Turn(role="tutor", text=said),),
        )


def _found(path: Path) -> Sequence[Mapping[str, Any]]:
    """Give the programs of a folder or a file as McMiner writes them; else all objects of the file."""
    paths = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    found = [(each, item) for each in paths for item in _items(each)]
    made = list(rows(found))
    if not made and path.is_dir():
        raise Unreadable(
            f"{path} holds no programs of McMiner: these are .json files with misconception_id and solutions. "
            "Name a folder that has these, predictions.json and problems_processed.json in it."
        )
    return made or [item for _, item in found]


def _items(path: Path) -> Iterator[dict[str, Any]]:
    text = text_of(path)
    try:
        whole = json.loads(text)
    except ValueError as error:
        whole = _lines(path, text, error)
    yield from (each for each in (whole if isinstance(whole, list) else [whole]) if isinstance(each, dict))


def _lines(path: Path, text: str, problem: ValueError) -> list[Any]:
    """Read an object a line; if not even the first line is one, what was wrong with the whole is told."""
    found: list[Any] = []
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    try:
        for _, line in lines:
            found.append(json.loads(line))
    except ValueError as error:
        told = f", line {lines[len(found)][0]}: this is no JSON ({error})" if found else f" is no JSON: {problem}"
        raise Unreadable(f"{path}{told}.") from error
    return found


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
