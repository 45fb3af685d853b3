"""Gadfly's own dialogues: a kept one from the state folder, or what ``hints`` and ``ask`` print with --format json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gadfly_server.grading.adapters.program import about, needed
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Place, Transcript, Turn

TUTOR = "Gadfly"


def read(
    path: Path,
    *,
    tutor: str | None = None,
    program: Path | None = None,
    tell: Tell = silent,  # noqa: ARG001 - as all formats
) -> Iterator[Transcript]:
    """Give the one dialogue of a file. Raises ``Unreadable``."""
    text = text_of(path)
    try:
        kept = json.loads(text)
    except ValueError:
        kept = None
    if isinstance(kept, dict) and isinstance(kept.get("dialogue"), dict):
        where, said = program or Path(kept["program"]), kept["dialogue"].get("turns") or []
    else:
        where, said = needed(program, str(path)), list(_lines(path, text))
    if not said:
        raise Unreadable(f"{path} holds nothing that Gadfly said: see docs/grading.md for what --from gadfly reads.")
    base = about(where, tutor or TUTOR)
    turns = tuple(_turn(each) for each in said if str(each.get("worded") or each.get("text") or "").strip())
    yield base.model_copy(update={"id": f"{base.id}/{path.stem}", "turns": turns})


def _lines(path: Path, text: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                told = json.loads(line)
            except ValueError as error:
                raise Unreadable(f"{path}, line {number}: this is no JSON ({error}).") from error
            if isinstance(told, dict) and "text" in told:
                yield told


def _turn(told: Mapping[str, Any]) -> Turn:
    place, level = told.get("points_at"), told.get("level")
    return Turn(
        role="student" if told.get("speaker") == "student" else "tutor",
        text=str(told.get("worded") or told["text"]),
        level=level if isinstance(level, int) and 0 <= level <= 6 else None,
        points_at=Place(line=place["line"], end_line=place["end_line"]) if place else None,
        choices=tuple(told.get("choices") or ()),
    )
