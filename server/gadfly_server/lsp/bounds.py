"""What a student of a class server is kept to: a folder, and documents that take nobody else's time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gadfly_server.classroom.reading import leads_into
from gadfly_server.wording import say

LARGEST, MOST = 100_000, 40  # characters of a document, documents of an editor
LARGEST_ANYWHERE = 2_000_000  # characters: what is read of a text takes some hundred times as much memory


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a conversation may look: below ``folder``, or anywhere without one; links are followed first.

    ``folder`` was resolved once: should a student make a link of it later, nothing behind that link is held.
    """

    folder: Path | None = None

    def hold(self, path: Path | None) -> bool:
        """Whether a file or folder may be looked at; what is no file is never read."""
        return path is None or self.folder is None or leads_into(self.folder, path)

    def too_much(self, size: int, others: int = 0) -> str:
        """What to tell whose document is so long, or one of so many, that others would wait for it; empty if not."""
        if self.folder is None:
            if size <= LARGEST_ANYWHERE:
                return ""
            return say(
                "This program is too long. Gadfly reads up to {number} characters. "
                "Please make it shorter, then close it and open it again.",
                number=LARGEST_ANYWHERE,
            )
        if size > LARGEST:
            return say(
                "This program is too long for the class server. It reads up to {number} characters. "
                "Please make it shorter, then close it and open it again.",
                number=LARGEST,
            )
        if others >= MOST:
            return say("So many programs are open that this one has to wait. Please close some, then open it again.")
        return ""

    def refusal(self, path: Path | None) -> str:
        """What to tell who named a path elsewhere."""
        return say("{path} is not in your folder. Please open a program in {folder}.", path=path, folder=self.folder)
