"""What holds in each folder of open documents: read when one is opened, and again when something is saved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.classroom.finding import FILE, PROJECT, SIGNATURE
from gadfly_server.classroom.room import Classroom, Found, found, joined
from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.events.course import Course
    from gadfly_server.lsp.app import GadflyServer

FILES = (FILE, PROJECT, FILE + SIGNATURE, PROJECT + SIGNATURE)


class Classrooms:
    """What holds in each folder, so that a keystroke reads no file."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._known: dict[Path, Found] = {}
        self._joined: defaultdict[Path, dict[str, Classroom]] = defaultdict(dict)
        self._told: set[str] = set()

    def room(self, program: Path, user: dict[str, Any] | None = None) -> Classroom:
        """What holds for a program, with what the user chose."""
        rooms, key = self._joined[program.parent], repr(user)
        if key not in rooms:
            rooms[key] = joined(self._of(program), user)
            self._tell(rooms[key])
        return rooms[key]

    def disabled(self, program: Path) -> frozenset[str]:
        """The patterns that are not to be asked about in a program."""
        return self.room(program).disabled

    def course(self, program: Path) -> Course:
        """The course and the assignment that a program belongs to, and what students are asked to share."""
        from gadfly_server.events.course import course_of  # noqa: PLC0415 - only a session needs it

        return course_of(self.room(program))

    def look_around(self, program: Path) -> None:
        """Read the files of one program's folder anew; those of all others only if that brings something new."""
        known, read = self._known.get(program.parent), self._read(program.parent)
        if known is not None and known != read:
            self.look_again()
            return
        self._known[program.parent] = read
        self._joined.pop(program.parent, None)
        self.room(program)

    def look_again(self) -> None:
        """Read the files of all folders anew; what they change shows at once."""
        before, self._known = self._known, {folder: self._read(folder) for folder in self._folders()}
        self._joined.clear()
        for folder in self._known:
            self.room(folder / "program.py")
        self._told &= {
            problem for rooms in self._joined.values() for room in rooms.values() for problem in room.problems
        }
        if any(before[folder] != known for folder, known in self._known.items() if folder in before):
            self._ls.programs.configured()

    def _of(self, program: Path) -> Found:
        if program.parent not in self._known:
            self._known[program.parent] = self._read(program.parent)
        return self._known[program.parent]

    def _folders(self) -> set[Path]:
        return {path.parent for document in self._ls.documents if (path := convert.to_path(document.uri))}

    def _read(self, folder: Path) -> Found:
        tops = [convert.to_path(uri) for uri in self._ls.workspace.folders]
        return found(folder / "program.py", [top for top in tops if top])

    def _tell(self, room: Classroom) -> None:
        """Log what is wrong with a file, once as long as it is: it is the teacher's to mend, not the student's."""
        for problem in sorted(set(room.problems) - self._told):
            params = {"type": int(types.MessageType.Warning), "message": problem}
            self._ls.protocol.send(types.WINDOW_LOG_MESSAGE, params)
        self._told.update(room.problems)
