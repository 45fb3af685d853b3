"""A CSV table of hints, one a row, as a spreadsheet saves it.

Columns: ``hint``; ``program`` (its text) or ``file`` (its path, counted from the table); optional ``id``, ``tutor``,
``problem``, ``tests``, ``task``, ``repair``, ``level``, and ``label:NAME`` for what a person said of the hint.
Rows with the same ``id`` are the turns of one dialogue.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from pydantic import ValidationError

from gadfly_server.grading.adapters.program import about
from gadfly_server.grading.files import Unreadable, explained, text_of
from gadfly_server.grading.transcript import Label, Transcript, Turn

TUTOR = "tutor"
RATER = "person"
_LABEL = "label:"
Row = Mapping[str, str]


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:
    """Give a transcript for each id. Raises ``Unreadable``."""
    reader = csv.DictReader(StringIO(text_of(path).removeprefix("\ufeff"), newline=""))
    if "hint" not in (reader.fieldnames or ()):
        raise Unreadable(f"{path}: the first row names the columns, and one of them must be hint.")
    groups: dict[str, list[tuple[int, Row]]] = {}
    for row in reader:
        told = {
            name: value or "" for name, value in row.items() if isinstance(name, str) and not isinstance(value, list)
        }
        groups.setdefault(told.get("id") or f"row {reader.line_num}", []).append((reader.line_num, told))
    for name, rows in groups.items():
        yield _transcript(path, name, rows, tutor, program)


def _transcript(
    path: Path, name: str, rows: list[tuple[int, Row]], tutor: str | None, program: Path | None
) -> Transcript:
    number, first = rows[0]
    taught = tutor or first.get("tutor") or TUTOR
    named = path.parent / first["file"] if first.get("file") else program
    try:
        if first.get("program"):
            base = Transcript(id=name, tutor=taught, problem=name, program=first["program"], turns=())
        elif named:
            base = about(named, taught)
        else:
            raise Unreadable(f"{path}, line {number}: neither the column program nor file says what the hint is about.")
        more = {"id": name, "problem": first.get("problem") or base.problem, "tests": first.get("tests") or base.tests}
        repairs = (first["repair"],) if first.get("repair") else ()
        turns = tuple(_turn(row) for _, row in rows)
        return base.model_copy(update={**more, "task": first.get("task", ""), "repairs": repairs, "turns": turns})
    except ValidationError as error:
        raise Unreadable(f"{path}, line {number}: {explained(error)}") from error


def _turn(row: Row) -> Turn:
    labels = tuple(
        Label(rater=RATER, criterion=column.removeprefix(_LABEL), value=value)
        for column, value in row.items()
        if column.startswith(_LABEL) and value
    )
    level = int(row["level"]) if row.get("level", "").strip().isdecimal() else None
    return Turn(role="tutor", text=row["hint"], level=level, labels=labels)
