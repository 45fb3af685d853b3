"""Dialogues kept in the user's state folder, so that a restart loses nothing that was shown."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from platformdirs import user_state_path

from gadfly_server.tutor.dialogue import Dialogue, from_json, to_json

FORMAT = 1


class Record:
    """One file for each program; a folder that cannot be written costs the memory, never the dialogue."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or state_folder()

    def path(self, program: Path) -> Path:
        """Where the dialogue about a program is kept."""
        whole = os.path.normcase(os.path.realpath(program))
        return self.folder / "dialogues" / f"{hashlib.sha256(os.fsencode(whole)).hexdigest()[:32]}.json"

    def load(self, program: Path) -> Dialogue | None:
        """The kept dialogue; ``None`` if there is none, or none that can be read."""
        try:
            kept = json.loads(self.path(program).read_text(encoding="utf-8"))
            return from_json(kept["dialogue"]) if kept["format"] == FORMAT else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, program: Path, dialogue: Dialogue) -> bool:
        """Write the dialogue, whole or not at all; tells whether that worked."""
        path = self.path(program)
        text = json.dumps({"format": FORMAT, "program": str(program), "dialogue": to_json(dialogue)})
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, text.encode("utf-8", "surrogatepass"))
        except OSError:
            return False
        return True

    def forget(self, program: Path) -> None:
        """Throw the dialogue about a program away."""
        try:
            self.path(program).unlink(missing_ok=True)
        except OSError:
            return


def state_folder() -> Path:
    """Where this user's programs keep their state; ``GADFLY_STATE`` overrides it."""
    chosen = os.environ.get("GADFLY_STATE")
    return Path(chosen) if chosen else user_state_path("gadfly", appauthor=False)


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
