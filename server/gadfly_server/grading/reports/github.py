"""Annotations that GitHub shows beside the file of transcripts: one for each threshold, and the worst turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gadfly_server.grading.graded import Graded

_STEERING = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")  # what steers the terminal in which a log is read
MOST = 20  # GitHub shows no more than ten of a kind in a step; the rest is in the report


def commands(
    graded: Sequence[Graded], missed: Sequence[str], lines: Mapping[tuple[str, str], tuple[Path, int]]
) -> Iterator[str]:
    """Write the commands; ``lines`` tells for each dialogue the file and the line in it."""
    for text in missed:
        yield f"::error title=gadfly grade::{_data(text)}"
    found = (
        (each, turn, name, score) for each in graded for turn in each.turns for name, score in turn.faults().items()
    )
    for each, turn, name, score in list(found)[:MOST]:
        path, line = lines[each.tutor, each.id]
        where = f"file={_property(str(path))},line={line},title={_property(f'{each.tutor}: {name} 0')}"
        yield f"::warning {where}::{_data(f'{each.id}, turn {turn.number + 1}: {score.evidence}')}"


def _data(text: str) -> str:
    text = _STEERING.sub("\ufffd", text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
