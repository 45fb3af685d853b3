"""Read a student's program from disk, or say in words why that cannot be."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from glob import escape
from pathlib import Path

from gadfly_analyzers.execution.assignment import find_assignment, matches
from gadfly_analyzers.execution.interpreter import environment_passed_over
from gadfly_analyzers.execution.results import ProblemKind
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.files import content
from gadfly_analyzers.source import Source
from gadfly_server.classroom.room import Classroom, Standing, classroom_of, standing
from gadfly_server.events.recorder import Recorder
from gadfly_server.memory import Memory
from gadfly_server.models.worder import Worder
from gadfly_server.ruling import chosen, under
from gadfly_server.sessions import Session
from gadfly_server.settings import Models, Settings
from gadfly_server.terminal.letters import warn
from gadfly_server.tuning.outputs import keeping
from gadfly_server.tutor.facts import Facts
from gadfly_server.wording import LANGUAGES, language_of, spoken

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set holds
LARGEST = 1024 * 1024  # bytes
ENVIRONMENT = frozenset(
    {ProblemKind.NO_INTERPRETER, ProblemKind.UNREADABLE, ProblemKind.TOO_LARGE, ProblemKind.WORKER_DIED}
)


class Unusable(Exception):  # noqa: N818 - it is the program that is unusable, not an error of ours
    """A program that Gadfly cannot work with; the message is for the person who named it."""


def read(path: Path) -> Source:
    """The program; raises ``Unusable`` with what is wrong and what to do."""
    try:
        if not path.exists():
            raise Unusable(f"There is no file {path}.")
        if path.is_dir():
            raise Unusable(f"{path} is a folder. Name a Python program in it, such as {path / 'program.py'}.")
        if path.suffix not in (".py", ".pyw"):
            raise Unusable(f"{path} is not a Python program: its name does not end in .py.")
        data = content(path, LARGEST)
        if len(data) > LARGEST:
            raise Unusable(f"{path} is larger than 1 MB. Gadfly reads programs up to that size.")
        return Source.parse(data.decode("utf-8"))
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unusable(f"{path} is not UTF-8 text: see line {line}. Save it as UTF-8, please.") from error


def classroom(path: Path, language: str | None = None) -> Classroom:
    """What the teacher laid down for a program, in its folder or above it, up to its repository's or to ours."""
    return classroom_of(path.resolve(), [Path.cwd()], chosen(Settings(language=language)))


def language_for(path: Path, language: str | None) -> str:
    """In which language to speak of a program: the chosen one, else the classroom's, else the terminal's."""
    if language and language not in LANGUAGES:
        raise Unusable(f"Gadfly speaks {' and '.join(LANGUAGES)}, not {language}.")
    around = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    return classroom(path, language).language(language or language_of(around)) or language_of(around)


def tell_of_classrooms(paths: Iterable[Path]) -> None:
    """Say once what is wrong with the classroom files of programs; the commands go on without it."""
    rooms = [classroom(path) for path in paths]
    for problem in dict.fromkeys(problem for room in rooms for problem in _problems(room)):
        warn(problem)


def _problems(room: Classroom) -> Iterator[str]:
    """What is wrong with a file, and why it does not hold in the words that the panel has: that is told once."""
    yield from room.problems if room.standing is not Standing.REFUSED else room.problems[:-1]
    if room.standing is Standing.REFUSED:
        yield standing(room)


def today() -> date:
    """The day where the student is."""
    return date.today()


def _absolute(path: Path, tests: str | None) -> str | None:
    """The glob as counted from where the command was typed, if it finds something there, else from the program."""
    if not tests:
        return None
    if matches(tests, Path.cwd(), path.resolve()):
        return str(escape(str(Path.cwd())) / Path(tests).expanduser())
    if not find_assignment(path.resolve(), tests).tests:
        raise Unusable(f"No test file matches {tests!r}, neither here nor in the folder of {path.name}.")
    return tests


@asynccontextmanager
async def session_of(  # noqa: PLR0913 - who keeps what, each of them optional
    path: Path,
    tests: str | None,
    *,
    asks: bool = True,
    memory: Memory | None = None,
    models: Models | None = None,
    recorder: Recorder | None = None,
) -> AsyncIterator[Session]:
    """A session about a program whose tests have run once; ``asks`` tells that there will be a dialogue."""
    source = read(path)
    async with Runner() as runner:
        room = classroom(path)
        worder = Worder(models, keep=keeping(models, warn)) if models and models.name else None
        settings = under(room, Settings(tests=_absolute(path, tests), here=Path.cwd()), path.resolve(), today())
        settings = replace(settings, language=spoken())
        _tell_of_environment(path.resolve(), settings)
        session = Session(path.resolve(), runner, settings, memory=memory, worder=worder, recorder=recorder)
        session.asks = asks
        try:
            await session.refresh(source)
            yield session
        finally:
            session.close()
            if worder:
                await worder.close()


def _tell_of_environment(path: Path, settings: Settings) -> None:
    """Say that an environment is not started that came with a program: it could do whatever its author wants."""
    passed = None if settings.interpreter else environment_passed_over(path.parent, Path.cwd())
    if passed:
        warn(f"{passed} came with the program and is not started from here. Go to {passed.parent} first to use it.")


def exit_code(facts: Facts | None) -> int:
    """0: nothing wrong found; 1: something found; 2: the environment keeps Gadfly from looking."""
    if facts is None or any(problem.kind in ENVIRONMENT for problem in facts.problems):
        return 2
    found = [problem for problem in facts.problems if problem.kind is not ProblemKind.NO_TESTS]
    return 1 if facts.failing or facts.disagreeing or facts.syntax or found else 0


def without_use(session: Session) -> str:
    """Why the model was of no use for the last question; empty if it was, or there is none."""
    return session.model.note if session.model else ""
