"""``gadfly doctor``: is everything here that Gadfly needs?"""

from __future__ import annotations

import asyncio
import os
import platform
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.defended import lacking, named
from gadfly_analyzers.execution.interpreter import about, broken_environment, find_interpreter
from gadfly_analyzers.execution.runner import Runner
from gadfly_server import __version__
from gadfly_server.classroom.room import standing
from gadfly_server.database import Unusable
from gadfly_server.home import state_folder
from gadfly_server.memory import Memory
from gadfly_server.models.choice import of_user
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
from gadfly_server.terminal.programs import classroom, session_of

_PROGRAM = "def one():\n    return 1\n"
_ASKED = WordingRequest(1, "expected-value", "What should `one()` give?")  # of no program of anybody
_TEST = "from gadfly_sample import one\n\n\ndef test_one():\n    assert one() == 1\n"


def doctor(folder: Path) -> int:
    """Print what was found; returns 0 if all is well, else 2."""
    _say(True, "Gadfly", f"{__version__} on Python {platform.python_version()} ({sys.executable})")
    interpreter = find_interpreter(folder.resolve(), None)
    if not isinstance(interpreter, Path):
        return _say(False, "Your Python", interpreter.message)
    broken = broken_environment(folder.resolve())
    if broken:
        _note("Your Python", f"{broken} is broken: the Python it was made from is gone. Make it again, please.")
    version, has_pytest = about(interpreter)
    _say(bool(version), "Your Python", f"{version or 'does not start'} ({interpreter})")
    _say(True, "pytest", "from your Python" if has_pytest else "lent by Gadfly: your Python has none")
    _rules(folder)
    codes = [
        0 if version else 2,
        asyncio.run(_try()),
        asyncio.run(_sandbox(interpreter)),
        _state(),
        _memory(),
        asyncio.run(_model()),
    ]
    return max(codes)


def _rules(folder: Path) -> None:
    """Tell which rules of a teacher or a lab are in force, and since when."""
    room = classroom(folder / "program.py")
    if told := standing(room):
        _say(True, "Rules", told)
    for problem in room.problems:
        _note("Rules", problem)


def _say(good: bool, what: str, found: str) -> int:
    print(f"{'ok  ' if good else 'FAIL'}  {what:<12} {found}")  # noqa: T201 - this is what was asked for
    return 0 if good else 2


def _note(what: str, found: str) -> None:
    print(f"note  {what:<12} {found}")  # noqa: T201 - the same


async def _try() -> int:
    """Run one small test, the whole way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gadfly_sample.py").write_text(_PROGRAM, encoding="utf-8")
        (folder / "test_gadfly_sample.py").write_text(_TEST, encoding="utf-8")
        async with session_of(folder / "gadfly_sample.py", None) as session:
            good = session.status == "passing"
            return _say(good, "Test runs", "work" if good else session.message or session.headline)


async def _sandbox(interpreter: Path) -> int:
    """Run the small test once more, and tell what stood between it and this machine."""
    with tempfile.TemporaryDirectory() as name:
        program = Path(name, "gadfly_sample.py")
        program.write_text(_PROGRAM, encoding="utf-8")
        program.with_name("test_gadfly_sample.py").write_text(_TEST, encoding="utf-8")
        async with Runner() as runner:
            told = await runner.run(find_assignment(program), interpreter=interpreter)
    if not told.tests:
        _note("Sandbox", "what is in force is not known, for no test ran")
        return 0
    _say(True, "Sandbox", f"in force: {', '.join(named(told.defences)) or 'limits of time, memory and processes only'}")
    for missing in lacking(told.defences, root=os.geteuid() == 0):
        _note("Sandbox", missing)
    return 0


async def _model() -> int:
    """Ask the model that the user set up, if there is one, for a wording of a sentence of ours."""
    problems: list[str] = []
    models = of_user(problems.append)
    wrong = max((_say(False, "Model", problem) for problem in problems), default=0)
    if not models.name:
        return wrong or _say(True, "Model", "none is set up, so nothing leaves this computer")
    return max(wrong, await _try_model(models))


async def _try_model(models: Models) -> int:
    worder = Worder(models)
    words = await worder.word(_ASKED, _harmless)
    problem = worder.access.note
    await worder.close()
    where = f"{models.name} at {models.url or 'OpenAI'}"
    if problem:
        return _say(False, "Model", f"{where}: {problem}{_hint(models)} Questions stay in Gadfly's words.")
    return _say(True, "Model", f"{where} {'answers' if words else 'answers, but its wording was refused'}")


async def _harmless(_: str) -> bool:
    return False


def _hint(models: Models) -> str:
    """What is often wrong with an address."""
    return "" if urlsplit(models.url).path.strip("/") or not models.url else " The address may have to end in /v1."


def _state() -> int:
    folder = state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        good = os.access(folder, os.W_OK)
    except OSError:
        good = False
    return _say(
        good, "Memory", f"the editor's dialogues are kept in {folder}" if good else f"{folder} cannot be written"
    )


def _memory() -> int:
    memory = Memory(tell=lambda problem: _note("Memory", problem))
    try:
        known = len(memory.everything())
    except Unusable as problem:
        return _say(False, "Memory", str(problem))
    if memory.database.aside.exists():
        _note(
            "Memory", f"a broken file was set aside as {memory.database.aside}; `gadfly forget --all` deletes it too."
        )
    return _say(True, "Memory", f"of {known} ideas that you may have; see `gadfly memory`")
