"""All formats that can be converted, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from gadfly_server.grading import files
from gadfly_server.grading.adapters import chats, gadfly, mcminer, socratic, table, treeinstruct
from gadfly_server.grading.transcript import Transcript


class Adapter(Protocol):
    """Reads one format; ``tutor`` renames who taught, ``program`` is what a dialogue without one is about."""

    def read(self, path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:
        """Give the transcripts of a file. Raises ``Unreadable``."""


ADAPTERS: Mapping[str, Adapter] = {
    "gadfly": gadfly,
    "socratic": socratic,
    "treeinstruct": treeinstruct,
    "mcminer": mcminer,
    "csv": table,
    "chats": chats,
}


def adapter(name: str) -> Adapter:
    """Give the reader of a format. Raises ``Unreadable``."""
    if name not in ADAPTERS:
        raise files.Unreadable(f"There is no format {name!r}. The formats are {', '.join(ADAPTERS)}.")
    return ADAPTERS[name]
