"""Programs to teach about: transcripts without their turns, or folders with a program and its tests each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_server.grading.files import Unreadable, read, text_of
from gadfly_server.grading.transcript import Transcript


def lessons_in(path: Path, limit: int = 0) -> list[Transcript]:
    """Read the lessons of a file of transcripts or of a folder, each program with tests once; so many at most, evenly
    spread.  Raises ``Unreadable``.
    """
    found = {
        (each.module, each.program, each.tests): each for each in (_of_file(path) if path.is_file() else _of(path))
    }
    if not found:
        raise Unreadable(f"{path} has no programs: name a file of transcripts, or a folder of folders with programs.")
    every = [each for each in found.values() if each.tests.strip()]
    if not every:
        raise Unreadable(f"No program of {path} comes with tests, and only tests tell whether a student repaired it.")
    count = min(limit or len(every), len(every))
    return [every[number * len(every) // count] for number in range(count)]


def untested_in(path: Path) -> list[str]:
    """Name the programs of a file of transcripts, or the folders of a folder, that come without tests."""
    if path.is_file():
        return [each.id for each in _of_file(path) if not each.tests.strip()]
    return [place.name for place in _places(path) if any(place.glob("*.py")) and not _programs(place)]


def lesson_of(program: Path, tests: Path) -> Transcript:
    """Read one program with one file of its tests."""
    return Transcript(
        id=program.stem,
        tutor="none",
        problem=program.stem,
        program=text_of(program),
        module=program.stem,
        tests=text_of(tests),
        turns=(),
    )


def _of_file(path: Path) -> Iterator[Transcript]:
    return (each.model_copy(update={"turns": ()}) for each in read(path))


def _of(folder: Path) -> Iterator[Transcript]:
    if not folder.is_dir():
        raise Unreadable(f"There is no file or folder {folder}.")
    for place in _places(folder):
        for program in _programs(place):
            yield _lesson(place, program)


def _places(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir())


def _programs(place: Path) -> list[Path]:
    """Give the programs of a folder that come with tests."""
    return [path for path in sorted(place.glob("*.py")) if find_assignment(path).tests]


def _lesson(place: Path, program: Path) -> Transcript:
    """A program with its tests; ``item.json`` beside it may know a program that is right, and the task."""
    tests = find_assignment(program).tests
    if len(tests) > 1:
        raise Unreadable(f"{program} has {len(tests)} files of tests; put them into one.")
    item = _known(place / "item.json")
    text, buggy, right = text_of(program), item.get("buggy_code"), item.get("correct_code")
    repairs = (text.removesuffix(buggy) + right,) if buggy and right and text.endswith(buggy) else ()
    others = {path.name: text_of(path) for path in sorted(place.glob("*.py")) if path not in (program, *tests)}
    return Transcript(
        id=place.name,
        tutor="none",
        problem=item.get("problem_id") or place.name,
        program=text,
        module=program.stem,
        tests=text_of(tests[0]),
        files=others,
        task=item.get("problem_statement") or item.get("description") or "",
        repairs=repairs,
        turns=(),
    )


def _known(path: Path) -> dict[str, Any]:
    """Read what is known of a program, if anything is."""
    if not path.is_file():
        return {}
    try:
        found = json.loads(text_of(path))
    except ValueError as error:
        raise Unreadable(f"{path} is no JSON: {error}.") from error
    if not isinstance(found, dict):
        raise Unreadable(f"{path} must hold one JSON object: see docs/play.md.")
    return found
