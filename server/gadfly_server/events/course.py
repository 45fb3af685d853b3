"""To which course and assignment a program belongs, and what the course asks its students to share."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SHARED = ("events", "texts", "contact")


@dataclass(frozen=True, slots=True)
class Course:
    """What a teacher laid down: names, what is asked for, and the learning record store that takes it, if there is one.

    ``asks`` holds some of ``events``, ``texts`` and ``contact``; what is asked for still needs the student's consent.
    """

    name: str = ""
    assignment: str = ""
    asks: frozenset[str] = frozenset()
    store: str = ""


NONE = Course()


def course_of(file: Path | None) -> Course:
    """Read ``course``, ``assignment`` and ``[record]`` of a classroom file; what is not as it should be is left out."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - most programs have no classroom file
    else:
        import tomli as tomllib  # noqa: PLC0415 - the same
    if file is None:
        return NONE
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return NONE
    return course_from(table.get("tool", {}).get("gadfly", {}) if file.name == "pyproject.toml" else table)


def course_from(table: dict[str, Any]) -> Course:
    """Read the same of a table."""
    record = table.get("record")
    record = record if isinstance(record, dict) else {}
    asks = record.get("ask", [])
    return Course(
        name=_text(table.get("course")),
        assignment=_text(table.get("assignment")),
        asks=frozenset(each for each in asks if each in _SHARED) if isinstance(asks, list) else frozenset(),
        store=_text(record.get("store")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
