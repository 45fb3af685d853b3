"""Exercises from a right program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_analyzers.variants.making import Workshop
from gadfly_server.classroom.room import classroom_of
from gadfly_server.grading.files import Unreadable, read
from gadfly_server.grading.practice.export import KEY
from gadfly_server.terminal.practice import practice

PROGRAM = """\
def doubled(numbers):
    ordered = list(numbers)
    ordered.sort()
    result = []
    for number in ordered:
        result.append(2 * number)
    return result


def countdown(start):
    steps = []
    for step in range(start):
        steps += [start - step]
    return steps
"""
TESTS = """\
from toys import countdown, doubled

def test_doubled():
    given = [3, 1]
    assert doubled(given) == [2, 6]
    assert given == [3, 1]

def test_nothing():
    assert doubled([]) == []

def test_countdown():
    assert countdown(3) == [3, 2, 1]
"""


SMALL = PROGRAM[PROGRAM.index("def countdown") :]


@pytest.fixture(name="program")
def _program(tmp_path: Path) -> Path:
    (tmp_path / "test_toys.py").write_text(TESTS, "utf-8")
    (tmp_path / "toys.py").write_text(PROGRAM, "utf-8")
    return tmp_path / "toys.py"


async def test_a_version_is_named_after_what_would_make_it_right(program: Path) -> None:
    async with Runner() as runner:
        workshop = Workshop(find_assignment(program), runner, Path(sys.executable))
        found = await workshop.variants(Source.parse(PROGRAM))
    assert program.read_text("utf-8") == PROGRAM
    made = {(name, each.text.splitlines()[each.line - 1].strip()) for each in found for name in each.misconceptions}
    assert made > {
        ("assignment-copies", "ordered = numbers"),
        ("append-returns", "result = result.append(2 * number)"),
        ("print-returns", "print(result)"),
        ("range-includes-end", "for step in range(start - 1):"),
    }
    assert all(each.failing for each in found)
    assert {each.failing for each in found if "ordered = numbers\n" in each.text} == {("test_doubled",)}


def test_exercises_tell_students_nothing_and_teachers_all(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = program.parent / "exercises"
    assert practice(program, program.parent / "test_toys.py", place, most=2, language="de") == 0
    first, *_ = sorted(path for path in place.iterdir() if path.is_dir())
    assert first.name == "01_toys"
    assert sorted(path.name for path in first.iterdir()) == ["README.md", "test_toys.py", "toys.py"]
    assert (first / "toys.py").read_text("utf-8") != PROGRAM
    assert "Die Tests zeigen" in (first / "README.md").read_text("utf-8")
    assert classroom_of(first / "toys.py", [place]).language(None) == "de"
    key = (place / KEY).read_text("utf-8")
    assert "| 01_toys |" in key
    assert KEY in capsys.readouterr().out
    with pytest.raises(Unreadable, match="is not empty"):
        practice(program, program.parent / "test_toys.py", place)
    with pytest.raises(Unreadable, match="is a file"):
        practice(program, program.parent / "test_toys.py", program)
    with pytest.raises(Unreadable, match="there is no folder"):
        practice(program, program.parent / "test_toys.py", place / "nowhere" / "data.jsonl")


def test_exercises_as_data_know_the_right_program(program: Path) -> None:
    data = program.parent / "exercises.jsonl"
    assert practice(program, program.parent / "test_toys.py", data, most=1) == 0
    (lesson,) = read(data)
    assert lesson.repairs == (PROGRAM,)
    assert lesson.program.splitlines()[lesson.faulty[0] - 1] != PROGRAM.splitlines()[lesson.faulty[0] - 1]


def test_a_program_must_be_right_to_make_exercises_from(program: Path) -> None:
    program.write_text(PROGRAM.replace("2 *", "3 *"), "utf-8")
    with pytest.raises(Unreadable, match=r"toys.py must be right.*test_doubled fails"):
        practice(program, program.parent / "test_toys.py", program.parent / "exercises")
