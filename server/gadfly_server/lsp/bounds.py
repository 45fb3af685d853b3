"""The folder that a student of a class server is kept to: documents and folders elsewhere are refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a conversation may look: below ``folder``, or anywhere without one; links are followed first."""

    folder: Path | None = None

    def hold(self, path: Path | None) -> bool:
        """Whether a file or folder may be looked at; what is no file is never read."""
        if path is None or self.folder is None:
            return True
        try:
            return path.resolve().is_relative_to(self.folder.resolve())
        except (OSError, RuntimeError, ValueError):  # a circle of links, or a name that no file can have
            return False

    def refusal(self, path: Path | None) -> str:
        """What to tell who named a path elsewhere."""
        return f"{path} is not in your folder on this server, which is {self.folder}. Open a program in that folder."
