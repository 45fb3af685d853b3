"""The folder that a student of a class server is kept to: documents and folders elsewhere are refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gadfly_server.classroom.reading import leads_into
from gadfly_server.wording import say


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a conversation may look: below ``folder``, or anywhere without one; links are followed first.

    ``folder`` was resolved once: should a student make a link of it later, nothing behind that link is held.
    """

    folder: Path | None = None

    def hold(self, path: Path | None) -> bool:
        """Whether a file or folder may be looked at; what is no file is never read."""
        return path is None or self.folder is None or leads_into(self.folder, path)

    def refusal(self, path: Path | None) -> str:
        """What to tell who named a path elsewhere."""
        return say("{path} is not in your folder. Please open a program in {folder}.", path=path, folder=self.folder)
