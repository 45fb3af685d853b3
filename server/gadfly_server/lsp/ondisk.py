"""The text that a run reads, which is the one on disk: what an editor shows may be ahead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.execution.assignment import LARGEST_BYTES
from gadfly_analyzers.files import content
from gadfly_analyzers.source import Source

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"\xef\xbb\xbf"  # editors do not show it


def read(path: Path) -> bytes | None:
    """The bytes of a program; ``None`` if there are none, or more than would be run."""
    try:
        data = content(path, LARGEST_BYTES)
    except (OSError, ValueError):
        return None
    return data if len(data) <= LARGEST_BYTES else None


def source_of(data: bytes | None, shown: Source) -> Source:
    """The text on disk; the very version that is shown, if that is the same or no run can read the file."""
    plain = shown.data if data is None else data.removeprefix(_MARK)
    if plain == shown.data.removeprefix(_MARK):
        return shown
    try:
        return Source.parse(plain.decode("utf-8"))
    except UnicodeDecodeError:
        return shown
