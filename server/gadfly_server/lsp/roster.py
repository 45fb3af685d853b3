"""Who may come to a class server, and in which folder each student's programs are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gadfly_server.classroom.reading import UnreadableError, content, leads_into, read

LEAST_SECRET = 16  # characters
LARGEST_SECRET = 1 << 20  # bytes
_KEYS = {"secret": str, "folder": str, "python": str, "folders": dict}
NAME = "{name}"  # stands for the student in ``folder``


@dataclass(frozen=True)
class Roster:
    """The secret behind the tokens, and where students may work: anywhere, if no folder is named.

    ``folder`` has the place of each student's name in it, ``folders`` are those of students who have another one.
    ``python`` runs the programs of students who are kept to a folder: what they name themselves could be any program.
    """

    secret: bytes = field(default=b"", repr=False)
    folder: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)
    python: str = ""

    @property
    def keeps_apart(self) -> bool:
        """Whether every student is kept to a folder."""
        return bool(self.folder or self.folders)

    def folder_of(self, student: str) -> Path | None:
        """The one folder in which a student's programs may be; ``None`` for a student who has none."""
        if student in self.folders:
            return Path(self.folders[student])
        if not self.folder or not _is_a_name(student):
            return None
        return Path(self.folder.replace(NAME, student))

    def bound_of(self, student: str) -> Path | None:
        """Where that folder really is: links that lead to it are followed, but none that a student could have made.

        ``None`` where there is no folder, where a part of it is a link from the student's name on, or where the Python
        that the server starts is in it: the student could put another program there.
        """
        folder = self.folder_of(student)
        if folder is None or not folder.is_dir():
            return None
        above, own = self._split(student, folder)
        bound = folder.resolve()
        moved = bound != above.resolve() / own
        return None if moved or self._python_is_in(bound) else bound

    def _python_is_in(self, bound: Path) -> bool:
        python = Path(self.python)
        return bool(self.python) and (leads_into(bound, python) or leads_into(bound, python.parent))

    def _split(self, student: str, folder: Path) -> tuple[Path, Path]:
        """The part of a folder that the students file lays down, and the part that is the student's."""
        if student in self.folders:
            return folder.parent, Path(folder.name)
        laid_down = next((at for at, part in enumerate(Path(self.folder).parts) if NAME in part), len(folder.parts))
        return Path(*folder.parts[:laid_down]), Path(*folder.parts[laid_down:])


def read_roster(file: Path) -> Roster:
    """Read a students file: TOML where its name says so, else the secret alone. Raises ``UnreadableError``."""
    if file.suffix != ".toml":
        return Roster(_long(file, content(file, LARGEST_SECRET).strip()))
    table = _checked(file, read(file).table or {})
    secret = _long(file, str(table.pop("secret", "")).strip().encode())
    roster = Roster(secret, **table)
    if roster.folder and NAME not in roster.folder:
        raise UnreadableError(f'{file}: `folder` needs the name of the student in it: folder = "/home/{NAME}"')
    for each in (*([roster.folder] if "folder" in table else []), *roster.folders.values()):
        if not Path(each).is_absolute() or ".." in Path(each).parts:
            raise UnreadableError(f'{file}: "{each}" has to be a whole path without "..", such as /home/{NAME}')
    if "python" in table and not _is_a_program(Path(roster.python)):
        raise UnreadableError(
            f'{file}: `python` has to be the whole path of a program, such as "/usr/bin/python3", not "{roster.python}"'
        )
    return roster


def _checked(file: Path, table: dict[str, Any]) -> dict[str, Any]:
    for name, value in table.items():
        if name not in _KEYS:
            raise UnreadableError(f"{file}: `{name}` means nothing here. Known: {', '.join(_KEYS)}.")
        if not isinstance(value, _KEYS[name]):
            raise UnreadableError(f"{file}: `{name}` has to be a {'table' if _KEYS[name] is dict else 'text'}.")
    if not all(isinstance(each, str) for each in table.get("folders", {}).values()):
        raise UnreadableError(f'{file}: `folders` names a folder for each student: ada = "/srv/course/ada"')
    return dict(table)


def _long(file: Path, secret: bytes) -> bytes:
    if len(secret) < LEAST_SECRET:
        raise UnreadableError(f"{file} has too short a secret: write {LEAST_SECRET} characters or more")
    return secret


def _is_a_program(path: Path) -> bool:
    return path.is_absolute() and path.is_file() and os.access(path, os.X_OK)


def _is_a_name(student: str) -> bool:
    """Whether a name is that of one folder: with no way out of the folder around it."""
    return student not in ("", ".", "..") and not set(student) & set('/\\\0:*?"<>|') and student.isprintable()
