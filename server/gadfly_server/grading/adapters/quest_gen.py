"""What models of Kumar and Lan (2024) said, as their repository keeps it: tables with what was asked of a model.

The columns are ``prompt``, ``output`` (what the benchmark's tutors said, a list as Python writes it) and ``prediction``
(what the model said, such a list, too).  Of the dialogue in the prompt only the student's last words are kept, for the
rest was said by other tutors; what is compared with references is what the code of the paper compares.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from gadfly_server.grading.adapters.tagged import listing, part
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript, Turn

COLUMNS = ("prompt", "output", "prediction")
LONGEST = 16 * 1024 * 1024  # letters in a cell
_SPOKEN = re.compile(r"^\s*User:(.*)$", re.MULTILINE)


def read(
    path: Path,
    *,
    tutor: str | None = None,
    program: Path | None = None,  # noqa: ARG001 - as all formats
    tell: Tell = silent,  # noqa: ARG001 - as all formats
) -> Iterator[Transcript]:
    """Give a transcript for each row. Raises ``Unreadable``."""
    reader = csv.DictReader(StringIO(text_of(path), newline=""))
    usual = csv.field_size_limit(LONGEST)
    try:
        if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
            raise Unreadable(f"{path}: the first row names the columns, and {missing[0]} is not among them.")
        for number, row in enumerate(reader, 1):
            yield _transcript(path, number, row, tutor or path.stem)
    except csv.Error as error:
        raise Unreadable(f"{path}, line {reader.line_num}: this is no table ({error}).") from error
    finally:
        csv.field_size_limit(usual)


def _transcript(path: Path, number: int, row: Mapping[str, str], tutor: str) -> Transcript:
    prompt = row["prompt"] or ""
    # Their names stand in the instructions, too.
    about, _, spoken = prompt.rpartition("<METADATA>")[2].rpartition("<CONVERSATION>")
    problem = part(about, "problem").strip()
    said = [each.split("</CONVERSATION>")[0].replace("</s>", "") for each in _listed(path, number, row, "prediction")]
    heard = _SPOKEN.findall(spoken)
    turn = Turn(
        role="tutor",
        text=said[0],
        suggestions=tuple(said[1:]),
        references=tuple(_listed(path, number, row, "output")),
    )
    return Transcript(
        id=f"row {number}",
        tutor=tutor,
        problem=problem.partition("\n")[0] or f"row {number}",
        program=listing(part(about, "bug_code")),
        task=problem,
        turns=(Turn(role="student", text=heard[-1].strip() if heard else ""), turn),
    )


def _listed(path: Path, number: int, row: Mapping[str, str], column: str) -> list[str]:
    try:
        found = ast.literal_eval((row[column] or "").strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        found = None
    if not isinstance(found, list) or not found or not all(isinstance(each, str) for each in found):
        raise Unreadable(f"{path}, row {number}: {column} must be a list of texts as Python writes it.")
    return found
