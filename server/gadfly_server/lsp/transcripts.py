"""The files in which transcripts and runs are shown: in one folder that ends with the conversation."""

from __future__ import annotations

import tempfile
from pathlib import Path


class Transcripts:
    """Makes the folder when the first transcript is asked for."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._places: dict[Path, Path] = {}

    def page(self, about: Path, title: str, text: str) -> Path:
        """Write a page about something, over its last one."""
        path = self._place(about, title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="replace")
        return path

    def close(self) -> None:
        """Throw all of them away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
            self._places.clear()

    def _place(self, about: Path, title: str) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="gadfly-", ignore_cleanup_errors=True)
        number = str(len(self._places) + 1)
        return self._places.setdefault(about, Path(self._folder.name) / number / f"{title}.md")
