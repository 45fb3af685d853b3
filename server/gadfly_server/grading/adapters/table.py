"""A CSV table of hints, one a row, as a spreadsheet saves it: with commas, semicolons or tabs between the columns.

Columns: ``hint``; ``program`` (its text) or ``file`` (its path, counted from the table); optional ``id``, ``tutor``,
``problem``, ``tests``, ``task``, ``repair``, ``level``, ``role`` (``student`` for what the student said), and
``label:NAME`` for what a person said of the hint.  Others are not read, which is told.
Rows with the same ``id`` and tutor are the turns of one dialogue, in which the program may change where the table holds
its text; empty rows are passed over.  A row that does not fit the columns is an error: what would be read of it is
something else than what was written.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from gadfly_server.grading.adapters.program import Problems, about, imported_by
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, explained, text_of
from gadfly_server.grading.transcript import Label, Transcript, Turn

TUTOR = "tutor"
RATER = "person"
LONGEST = 16 * 1024 * 1024  # letters in a cell
_BETWEEN = (",", ";", "\t")
_LABEL = "label:"
_LEVEL = re.compile(r"(\d+)(?:\.0+)?")  # a spreadsheet's number
_ONE = ("file", "tests", "problem", "task")  # of a dialogue
_READ = ("hint", "program", "file", "id", "tutor", "problem", "tests", "task", "repair", "level", "role")
_ROLES: Mapping[str, Literal["student", "tutor"]] = {
    "": "tutor",
    "tutor": "tutor",
    "assistant": "tutor",
    "student": "student",
    "user": "student",
}
Row = Mapping[str, str]


def read(
    path: Path, *, tutor: str | None = None, program: Path | None = None, tell: Tell = silent
) -> Iterator[Transcript]:
    """Give a transcript for each id. Raises ``Unreadable``."""
    text = text_of(path)
    between = max(_BETWEEN, key=text.partition("\n")[0].count)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=between)
    groups: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    usual = csv.field_size_limit(LONGEST)
    try:
        columns = reader.fieldnames = [_column(each) for each in reader.fieldnames or ()]
        _check(path, columns, tell)
        for row in reader:
            if any(row.pop(None, ())):  # where the reader puts cells that have no column
                raise Unreadable(
                    f"{path}, line {reader.line_num}: the row has more cells than there are columns. Put a text that "
                    f"holds {between!r} between double quotes."
                )
            told = {name: each or "" for name, each in row.items() if name}
            if any(told.values()):
                name = told.get("id") or f"row {reader.line_num}"
                groups.setdefault((name, told.get("tutor", "")), []).append((reader.line_num, told))
    except csv.Error as error:
        raise Unreadable(f"{path}, line {reader.line_num}: this is no table ({error}).") from error
    finally:
        csv.field_size_limit(usual)
    problems = Problems()
    for (name, _), rows in groups.items():
        yield _transcript(path, name, rows, tutor, program, problems)


def _check(path: Path, columns: Sequence[str], tell: Tell) -> None:
    """Raise ``Unreadable`` for columns that cannot be read, and tell of those that are not."""
    if "hint" not in columns:
        raise Unreadable(f"{path}: the first row names the columns, and one of them must be hint.")
    for name, count in Counter(columns).items():
        if name and count > 1:
            raise Unreadable(f"{path}: {count} columns are called {name}.")
    if others := [each for each in columns if each and each not in _READ and not each.lower().startswith(_LABEL)]:
        read = ", ".join([*_READ, f"{_LABEL}NAME"])
        tell(f"{path}: not read: {', '.join(others)}. The columns that are read are {read}.")


def _column(name: str) -> str:
    """Give the name of a column as it is known: what stands behind ``label:`` is the person's own."""
    name = name.strip()
    return name if name.lower().startswith(_LABEL) else name.lower()


def _transcript(  # noqa: PLR0913, PLR0917 - all that a dialogue is made of
    path: Path, name: str, rows: list[tuple[int, Row]], tutor: str | None, program: Path | None, problems: Problems
) -> Transcript:
    number, first = rows[0]
    for line, row in rows:
        if other := next((each for each in _ONE if row.get(each) and row[each] != first.get(each)), None):
            told = f"the column {other} is another than in line {number}, which has the same id"
            raise Unreadable(f"{path}, line {line}: {told}. Give each dialogue an id of its own.")
    taught = tutor or first.get("tutor") or TUTOR
    named = path.parent / first["file"] if first.get("file") else program
    try:
        if first.get("program"):
            module = imported_by(first.get("tests", ""))
            problem = problems.of(first["program"], name)
            base = Transcript(id=name, tutor=taught, problem=problem, program=first["program"], module=module, turns=())
        elif named:
            base = _of_file(named, taught, f"{path}, line {number}")
        else:
            raise Unreadable(f"{path}, line {number}: neither the column program nor file says what the hint is about.")
        more = {"id": name, "problem": first.get("problem") or base.problem, "tests": first.get("tests") or base.tests}
        repairs = tuple(dict.fromkeys(row["repair"] for _, row in rows if row.get("repair")))
        turns = tuple(_turn(path, line, row) for line, row in _changed(rows))
        return base.model_copy(update={**more, "task": first.get("task", ""), "repairs": repairs, "turns": turns})
    except ValidationError as error:
        raise Unreadable(f"{path}, line {number}: {explained(error)}") from error


def _of_file(named: Path, tutor: str, place: str) -> Transcript:
    try:
        return about(named, tutor)
    except Unreadable as error:
        raise Unreadable(f"{place}: {error}") from error


def _changed(rows: list[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """Give the rows, of which those keep their program that have another than the row before."""
    last = rows[0][1].get("program", "")
    for line, row in rows:
        program = row.get("program") or last
        yield line, {**row, "program": program if program != last else ""}
        last = program


def _turn(path: Path, number: int, row: Row) -> Turn:
    level, said_by = row.get("level", "").strip(), row.get("role", "").strip()
    if not row["hint"].strip():
        raise Unreadable(f"{path}, line {number}: the column hint is empty.")
    role = _ROLES.get(said_by.lower())
    if role is None:
        raise Unreadable(f"{path}, line {number}: the role is {said_by!r}, and must be tutor or student.")
    whole = _LEVEL.fullmatch(level)
    if level and not whole:
        raise Unreadable(f"{path}, line {number}: the level is {level!r}, and must be a number from 0 to 6.")
    labels = tuple(
        Label(rater=RATER, criterion=column[len(_LABEL) :].strip(), value=value)
        for column, value in row.items()
        if column.lower().startswith(_LABEL) and value
    )
    step = int(whole[1]) if whole else None
    return Turn(role=role, text=row["hint"], level=step, labels=labels, program=row["program"] or None)
