"""Dialogues kept in the user's state folder, so that a restart loses nothing that was shown."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from gadfly_server.home import state_folder
from gadfly_server.locks import alone
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.turns import Dialogue, Turn

FORMAT = 1
OUTPUTS = "outputs.jsonl"  # what models replied about these dialogues, where a student lets it be kept


class Record:
    """One file for each program; a folder that cannot be written costs the memory, never the dialogue.

    Two windows may speak of one program. Each adds its turns to those in the file, so that all of them stay;
    the state, such as the open question, is that of the last one to write.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or state_folder()
        self._kept: dict[Path, int] = {}  # for each file the number of the last turn of ours that is in it

    def path(self, program: Path) -> Path:
        """Where the dialogue about a program is kept."""
        return self.folder / "dialogues" / f"{identity(program)}.json"

    def load(self, program: Path) -> Dialogue | None:
        """The kept dialogue; ``None`` if there is none, or none that can be read."""
        path = self.path(program)
        dialogue = _read(path)
        if dialogue is not None:
            self._kept[path] = _last(dialogue)
        return dialogue

    def all(self) -> tuple[Dialogue, ...]:
        """All dialogues that are kept and can be read, in an order that is always the same."""
        kept = (_read(path) for path in sorted((self.folder / "dialogues").glob("*.json")))
        return tuple(dialogue for dialogue in kept if dialogue is not None)

    def keep(self, program: Path, dialogue: Dialogue) -> bool:
        """Write the dialogue, whole or not at all; tells whether that worked."""
        path = self.path(program)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with alone(self.folder / "lock"):
                whole = self._joined(path, dialogue)
                text = json.dumps({"format": FORMAT, "program": str(program), "dialogue": to_json(whole)})
                _write(path, text.encode("utf-8", "surrogatepass"))
        except OSError:
            return False
        self._kept[path] = _last(dialogue)
        return True

    def forget(self, program: Path) -> None:
        """Throw the dialogue about a program away; what is kept of it from now on is a new one."""
        path = self.path(program)
        self._kept.pop(path, None)
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def forget_everything(self) -> int:
        """Throw all dialogues away, and tell how many there were."""
        self._kept.clear()
        (self.folder / OUTPUTS).unlink(missing_ok=True)
        kept = [*(self.folder / "dialogues").glob("*.json")]
        for path in kept:
            path.unlink(missing_ok=True)
        return len(kept)

    def _joined(self, path: Path, dialogue: Dialogue) -> Dialogue:
        """The dialogue with all turns that the file holds before those that it does not hold yet.

        If the file has gone since it held ours, another process was told to forget them.
        """
        if path in self._kept and not path.exists():
            return replace(dialogue, turns=_after(dialogue, self._kept[path]))
        there = _read(path)
        if there is None:
            return dialogue
        there = _reworded(there, dialogue)
        known = self._kept.get(path)
        if known is None:
            known = _last_in_common(there.turns, dialogue.turns)
        first = _last(there) + 1
        added = (replace(turn, number=first + index) for index, turn in enumerate(_after(dialogue, known)))
        return replace(dialogue, turns=(*there.turns, *added))


def identity(program: Path) -> str:
    """What stands for a program, so that its name and place need not be told."""
    whole = os.path.normcase(os.path.realpath(program))
    return hashlib.sha256(os.fsencode(whole)).hexdigest()[:32]


def _after(dialogue: Dialogue, number: int) -> tuple[Turn, ...]:
    return tuple(turn for turn in dialogue.turns if turn.number > number)


def _last(dialogue: Dialogue) -> int:
    return dialogue.turns[-1].number if dialogue.turns else 0


def _reworded(there: Dialogue, ours: Dialogue) -> Dialogue:
    """The turns of the file, in the words in which ours were shown since."""
    newer = {replace(turn, worded="", by=""): turn for turn in ours.turns if turn.worded}
    return replace(there, turns=tuple(newer.get(turn, turn) for turn in there.turns)) if newer else there


def _last_in_common(there: tuple[Turn, ...], ours: tuple[Turn, ...]) -> int:
    number = 0
    for one, other in zip(there, ours, strict=False):
        if one != other:
            break
        number = other.number
    return number


def _read(path: Path) -> Dialogue | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return from_json(kept["dialogue"]) if kept["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
