"""Writes what a student shares into a folder: a ProgSnap2 dataset, and the same as xAPI statements."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_analyzers import misconceptions
from gadfly_server.events.event import Kind
from gadfly_server.exports import progsnap
from gadfly_server.exports.spreadsheet import cell
from gadfly_server.exports.statements import statement

if TYPE_CHECKING:
    from gadfly_server.exports.shared import Shared

STATEMENTS = "statements.jsonl"
README = """# A record of Gadfly dialogues

A ProgSnap2 dataset, version 1.0: `MainTable.csv` has one row for each event, `DatasetMetadata.csv` says how to read it,
`CodeStates/<SubjectID>/<CodeStateID>/` has programs where the student shares them, `LinkTables/` what names stand for.
`statements.jsonl` has the same events as xAPI statements, one a line; `gadfly report` reads it.

- `SubjectID`, `EventID`, `ProblemID`, `SessionID` and `CodeStateID` are keyed hashes: the key never leaves the
  student's computer.
- `TestID` is the beginning of the SHA-256 of the test's id: who knows the test can find it.
- `Order` counts within one `SubjectID`. Times are UTC, of the student's computer. `Score` is 1.0 or 0.0.
- `InterventionMessage` is "(not shared)" and `X-Response` empty where the student shares no words.
- Where a spreadsheet would take what somebody wrote for a formula, an apostrophe stands before it; `statements.jsonl`
  has it as it was written.
- `X-Answer`, `X-Request`: what the student said, with `X-Mark` (right, wrong, unclear) and the `X-Misconception` that a
  wrong answer shows; `X-Question` is the kind of the question, `X-Name` the kind of wish.
- `X-Level`: a step up Gadfly's ladder of help. `X-Insight`: a step of understanding, in `X-Name`.
- `X-Hypothesis`: the student wrote a guess down. `X-ModelUse`: a language model worded a question, for `X-Tokens`.
- `InterventionCategory` `X-HandOver`: Gadfly summed up for a teacher.
"""


def write(folder: Path, shared: Sequence[Shared]) -> tuple[Path, ...]:
    """Write all files of the dataset, and return them; what the folder held of these is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for each in shared for row in progsnap.rows(each)]
    subjects = sorted({(each.student, each.contact) for each in shared})
    beliefs = sorted({each.event.misconception for each in shared if each.event.misconception})
    return (
        _text(folder / "README.md", README),
        _table(folder / "DatasetMetadata.csv", ("Property", "Value"), _pairs(progsnap.METADATA)),
        _table(folder / "MainTable.csv", progsnap.COLUMNS, rows),
        _table(
            folder / "LinkTables" / "Subject.csv",
            ("SubjectID", "X-Contact"),
            [{"SubjectID": student, "X-Contact": contact} for student, contact in subjects],
        ),
        _table(
            folder / "LinkTables" / "Misconception.csv",
            ("X-Misconception", "X-Belief"),
            [{"X-Misconception": each, "X-Belief": _belief(each)} for each in beliefs],
        ),
        *_programs(folder, shared),
        _text(folder / STATEMENTS, "".join(json.dumps(statement(each), ensure_ascii=False) + "\n" for each in shared)),
    )


def _programs(folder: Path, shared: Iterable[Shared]) -> list[Path]:
    """The programs that the student shares, each in a folder of its own."""
    told = {(each.student, each.event.state): each.event.text for each in shared if each.event.kind is Kind.SNAPSHOT}
    places = {
        folder / "CodeStates" / _safe(student) / _safe(state) / progsnap.FILE: text
        for (student, state), text in told.items()
        if text
    }
    return [_text(path, text) for path, text in places.items()]


def _safe(name: str) -> str:
    """A name that is no way out of the folder."""
    return re.sub(r"[^0-9A-Za-z-]", "_", name)


def _belief(name: str) -> str:
    known = {each.id: each.believes for each in misconceptions.everything()}
    return known.get(name, name)


def _pairs(properties: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"Property": name, "Value": value} for name, value in properties]


def _table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({column: cell(text) for column, text in row.items()} for row in rows)
    return path


def _text(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
