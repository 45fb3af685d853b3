"""The pages that diagnostics link to: Markdown files in the user's cache, so that any editor opens them, offline."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gadfly_analyzers import pages
from gadfly_analyzers.findings import Finding
from gadfly_server import __version__
from gadfly_server.lsp import convert

FOLDER = "gadfly-pages"  # the extension's manifest knows it too: VS Code shows what is in there as a page


class Pages:
    """Writes a page before the first link to it goes out, once in a conversation: a link always leads somewhere."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._looked = False
        self._addresses: dict[str, str | None] = {}

    def address(self, finding: Finding) -> str | None:
        """Where the page of a finding is; ``None`` if it can be nowhere."""
        if not self._looked:
            self._looked, self._folder = True, _folder()
        if self._folder is None:
            return None
        name = "-".join(filter(None, (finding.rule, finding.misconception)))
        if name not in self._addresses:
            path = self._folder / f"{name}.md"
            self._addresses[name] = convert.to_uri(path) if _write(path, pages.page(finding)) else None
        return self._addresses[name]


def _folder() -> Path | None:
    """The folder of this version's pages; ``GADFLY_STATE`` overrides where it lies."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed before a link is shown

    chosen = os.environ.get("GADFLY_STATE")
    cache = Path(chosen).absolute() if chosen else user_cache_path("gadfly", appauthor=False)
    folder = cache / FOLDER / __version__
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _write(path: Path, page: str) -> bool:
    """Have a page there, whole or not at all, for another window may be reading it; tell whether it is."""
    text = page.encode("utf-8")
    try:
        if path.is_file() and path.read_bytes() == text:
            return True
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        return False
    return True
