"""A CSV table of hints, one a row, as a spreadsheet saves it: with commas, semicolons or tabs between the columns.

Columns: ``hint``; ``program`` (its text) or ``file`` (its path, counted from the table); optional ``id``, ``tutor``,
``problem``, ``tests``, ``task``, ``repair``, ``level``, and ``label:NAME`` for what a person said of the hint.
Rows with the same ``id`` and tutor are the turns of one dialogue; empty rows are passed over.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from pydantic import ValidationError

from gadfly_server.grading.adapters.program import about, imported_by
from gadfly_server.grading.files import Unreadable, explained, text_of
from gadfly_server.grading.transcript import Label, Transcript, Turn

TUTOR = "tutor"
RATER = "person"
LONGEST = 16 * 1024 * 1024  # letters in a cell
_BETWEEN = (",", ";", "\t")
_LABEL = "label:"
Row = Mapping[str, str]


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:
    """Give a transcript for each id. Raises ``Unreadable``."""
    text = text_of(path)
    head = text.partition("\n")[0]
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=max(_BETWEEN, key=head.count))
    groups: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    usual = csv.field_size_limit(LONGEST)
    try:
        if "hint" not in (reader.fieldnames or ()):
            raise Unreadable(f"{path}: the first row names the columns, and one of them must be hint.")
        for row in reader:
            told = {name: each or "" for name, each in row.items() if name and not isinstance(each, list)}
            if any(told.values()):
                name = told.get("id") or f"row {reader.line_num}"
                groups.setdefault((name, told.get("tutor", "")), []).append((reader.line_num, told))
    except csv.Error as error:
        raise Unreadable(f"{path}, line {reader.line_num}: this is no table ({error}).") from error
    finally:
        csv.field_size_limit(usual)
    for (name, _), rows in groups.items():
        yield _transcript(path, name, rows, tutor, program)


def _transcript(
    path: Path, name: str, rows: list[tuple[int, Row]], tutor: str | None, program: Path | None
) -> Transcript:
    number, first = rows[0]
    taught = tutor or first.get("tutor") or TUTOR
    named = path.parent / first["file"] if first.get("file") else program
    try:
        if first.get("program"):
            module = imported_by(first.get("tests", ""))
            base = Transcript(id=name, tutor=taught, problem=name, program=first["program"], module=module, turns=())
        elif named:
            base = about(named, taught)
        else:
            raise Unreadable(f"{path}, line {number}: neither the column program nor file says what the hint is about.")
        more = {"id": name, "problem": first.get("problem") or base.problem, "tests": first.get("tests") or base.tests}
        repairs = (first["repair"],) if first.get("repair") else ()
        turns = tuple(_turn(path, line, row) for line, row in rows)
        return base.model_copy(update={**more, "task": first.get("task", ""), "repairs": repairs, "turns": turns})
    except ValidationError as error:
        raise Unreadable(f"{path}, line {number}: {explained(error)}") from error


def _turn(path: Path, number: int, row: Row) -> Turn:
    level = row.get("level", "").strip()
    if not row["hint"].strip():
        raise Unreadable(f"{path}, line {number}: the column hint is empty.")
    if level and not level.isdecimal():
        raise Unreadable(f"{path}, line {number}: the level is {level!r}, and must be a number from 0 to 6.")
    labels = tuple(
        Label(rater=RATER, criterion=column.removeprefix(_LABEL), value=value)
        for column, value in row.items()
        if column.startswith(_LABEL) and value
    )
    return Turn(role="tutor", text=row["hint"], level=int(level) if level else None, labels=labels)
