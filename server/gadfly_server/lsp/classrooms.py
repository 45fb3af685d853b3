"""The classroom files that hold for open documents: read when one is opened, and again when something is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.classroom import FILE, PROJECT, Classroom, classroom_of
from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.events.course import Course
    from gadfly_server.lsp.app import GadflyServer

FILES = (FILE, PROJECT)


class Classrooms:
    """What holds in each folder, so that a keystroke reads no file."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._known: dict[Path, Classroom] = {}
        self._told: frozenset[str] = frozenset()

    def disabled(self, program: Path) -> frozenset[str]:
        """The patterns that are not to be asked about in a program."""
        return self._of(program).disabled

    def language(self, program: Path) -> str | None:
        """The language in which to speak of a program, where the teacher chose one."""
        return self._of(program).language

    def allows_memory(self, program: Path) -> bool:
        """Whether what a student's work on a program shows may be remembered."""
        return self._of(program).memory

    def course(self, program: Path) -> Course:
        """The course and the assignment that a program belongs to, and what students are asked to share."""
        from gadfly_server.events.course import course_of  # noqa: PLC0415 - only a session needs it

        return course_of(self._of(program).file)

    def look_again(self) -> None:
        """Read the files anew; what they change shows at once."""
        before, self._known = self._known, {folder: self._read(folder) for folder in self._folders()}
        self._tell()
        if any(_held(before[folder]) != _held(known) for folder, known in self._known.items() if folder in before):
            self._ls.programs.configured()

    def _of(self, program: Path) -> Classroom:
        if program.parent not in self._known:
            self._known[program.parent] = self._read(program.parent)
            self._tell()
        return self._known[program.parent]

    def _folders(self) -> set[Path]:
        return {path.parent for document in self._ls.documents if (path := convert.to_path(document.uri))}

    def _read(self, folder: Path) -> Classroom:
        tops = [convert.to_path(uri) for uri in self._ls.workspace.folders]
        return classroom_of(folder / "program.py", [top for top in tops if top])

    def _tell(self) -> None:
        """Log what is wrong with a file, once as long as it is: it is the teacher's to mend, not the student's."""
        problems = frozenset(problem for known in self._known.values() for problem in known.problems)
        for problem in sorted(problems - self._told):
            params = {"type": int(types.MessageType.Warning), "message": problem}
            self._ls.protocol.send(types.WINDOW_LOG_MESSAGE, params)
        self._told = problems


def _held(classroom: Classroom) -> tuple[object, ...]:
    return classroom.disabled, classroom.language, classroom.memory
