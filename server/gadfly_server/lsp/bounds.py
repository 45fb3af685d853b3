"""The folder that a student of a class server is kept to: documents and folders elsewhere are refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gadfly_server.classroom.reading import stays_in


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a conversation may look: below ``folder``, or anywhere without one; links are followed first."""

    folder: Path | None = None

    def hold(self, path: Path | None) -> bool:
        """Whether a file or folder may be looked at; what is no file is never read."""
        return path is None or self.folder is None or stays_in(self.folder, path)

    def refusal(self, path: Path | None) -> str:
        """What to tell who named a path elsewhere."""
        return f"{path} is not in your folder on this server, which is {self.folder}. Open a program in that folder."
