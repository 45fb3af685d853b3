"""``gadfly classroom check``: does an assignment hold what it promises? Everything that can be run is run."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from gadfly_server.classroom import safekeeping, signing
from gadfly_server.classroom.checking import checked
from gadfly_server.classroom.course import misconceptions
from gadfly_server.classroom.hidden import MEMORY, opened, verdicts
from gadfly_server.classroom.named import digest
from gadfly_server.classroom.reading import UnreadableError, content
from gadfly_server.classroom.room import NAMED, Classroom, Standing, classroom_of, standing
from gadfly_server.classroom.safekeeping import opening
from gadfly_server.classroom.visible import foreign, leading_out
from gadfly_server.ruling import under
from gadfly_server.settings import Settings
from gadfly_server.terminal.assignment import HIDDEN, file_of
from gadfly_server.terminal.letters import for_log, harmless
from gadfly_server.terminal.programs import today

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from gadfly_server.classroom.bundle import Bundle
    from gadfly_server.classroom.reading import Told

Line = tuple[str, str]  # ok, note or FAIL, and what is so


def assess(folder: Path) -> int:
    """Print what was found; returns 0 if nothing is wrong, else 1."""
    told, around = file_of(folder)
    room = classroom_of((folder / "program.py").resolve(), [Path.cwd()])
    lines = [*_file(room), *_signature(room, told, around), *asyncio.run(_ran(room, folder.resolve()))]
    for sign, text in lines:
        print(for_log(harmless(f"{sign:<5} {text}")))  # noqa: T201 - this is what was asked for
    return 1 if any(sign == "FAIL" for sign, _ in lines) else 0


def _file(room: Classroom) -> Iterator[Line]:
    yield from (("FAIL", problem) for problem in room.problems)
    yield ("FAIL" if room.standing is Standing.REFUSED else "ok"), standing(room)
    if room.standing is Standing.UNSIGNED:
        yield "note", "Nobody wants a signature on this computer: students can change the file."


def _signature(room: Classroom, told: Told, around: str) -> Iterator[Line]:
    """Where nobody wants a signature: would a lab that trusts this teacher's key take the file?"""
    file = signing.path_of(told.file)
    own = safekeeping.kept(safekeeping.PUBLIC)
    if room.standing is not Standing.UNSIGNED or not own or not file.is_file():
        return
    try:
        signed = signing.verify(told.data, content(file, signing.LARGEST).decode("utf-8"), [own])
        reason = "" if signed.named == digest(told.file.parent, checked(told, around)[0]) else NAMED
    except (signing.ForgedError, UnreadableError, UnicodeDecodeError) as error:
        reason = str(error)
    if reason:
        yield "FAIL", f"A lab would refuse {told.file.name}: {reason}. Sign again: gadfly classroom sign"
    else:
        yield "ok", f"{file.name} holds, by your own key"


async def _ran(room: Classroom, folder: Path) -> list[Line]:
    async with Runner() as runner:
        lines = [line async for line in _questions(room, runner)]
        return [*lines, *[line async for line in _tests(room, folder, runner)]]


async def _questions(room: Classroom, runner: Runner) -> AsyncIterator[Line]:
    """Run the programs behind the questions and the misconceptions of the course."""
    for number, question in enumerate(room.keys.questions, 1):
        name = f"question {number}"
        if not question.program:
            yield "note", f"{name} has no program that shows its answer"
            continue
        yield _same(name, await printed(runner, question.program), question.right)
    for known, _ in misconceptions(room.keys, room.file):
        if known:
            yield _same(f"misconception {known.id}", await printed(runner, known.program, known.typed), known.printed)
            example = known.analogue
            yield _same(f"example of {known.id}", await printed(runner, example.program), example.prints)


def _same(name: str, came: str, wanted: str) -> Line:
    if came.split() == wanted.split():
        return "ok", f"{name}: its program prints what it should"
    return "FAIL", f"{name}: its program prints {came.strip()!r}, and should print {wanted.strip()!r}"


async def printed(runner: Runner, program: str, typed: str = "") -> str:
    """What a program prints; of one that ends in an error, the last line is the error's type."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending, text in ((".py", program), (".in", typed), (".out", "")):
            (folder / f"course{ending}").write_text(text, encoding="utf-8")
        run = await runner.run(find_assignment(folder / "course.py"), interpreter=Path(sys.executable))
    test = next(iter(run.tests), None)
    if test is None:
        return "; ".join(problem.message for problem in run.problems)
    return f"{test.stdout}\n{test.raised.type if test.raised and test.outcome is Outcome.RAISED else ''}"


async def _tests(room: Classroom, folder: Path, runner: Runner) -> AsyncIterator[Line]:
    """Do the tests load, is the reference right, and is nothing of it in clear for students?"""
    keys = room.keys.tests
    programs = [path for path in sorted(folder.glob("*.py")) if not path.name.startswith("test_")]
    for program in programs:
        found = under(room, Settings(), program, today()).assignment(program)
        yield ("ok" if found.tests else "FAIL"), f"files with visible tests for {program.name}: {len(found.tests)}"
        for path in leading_out(folder, keys.visible, program):
            yield "FAIL", f"{path.name}: left out: a link leads out of {folder}. Put the file itself there."
        for path, told in foreign(folder, keys.visible, program):
            for left in told.left_out:
                yield "note", f"{path.name}: left out: {left}"
    if not keys.hidden:
        yield "note", "There are no hidden tests."
        return
    bundle, problem = opened(folder, keys.hidden, opening(room.hidden_keys))
    if bundle is None:
        yield "FAIL", problem
        return
    yield "ok", f"files with hidden tests in {keys.hidden}: {len(bundle.tests)}"
    async for line in _reference(room, programs, bundle, runner):
        yield line
    if (folder / HIDDEN).is_dir():
        yield "note", f"{folder / HIDDEN} holds them in clear: do not hand it out."


def _not_for_runs(folder: str, names: list[str]) -> set[str]:
    """What of an assignment no run needs: the hidden part, folders of tools, and whatever is no file or folder."""
    known = {name: Path(folder, name) for name in names}
    tools = {name for name, path in known.items() if path.is_dir() and name.startswith((".", "__pycache__"))}
    return tools | {name for name, path in known.items() if name == HIDDEN or not (path.is_dir() or path.is_file())}


def _beside(test: Path, folder: Path) -> Path:
    """A file of tests in a folder; one that was made for another tool's tests lies elsewhere, and is copied there."""
    return test if test.is_relative_to(folder) else Path(shutil.copy(test, folder / test.name))


async def _reference(room: Classroom, programs: list[Path], bundle: Bundle, runner: Runner) -> AsyncIterator[Line]:
    """Run all tests on the reference solution, in memory."""
    for program in programs:
        text = bundle.reference.get(program.name)
        if text is None:
            yield "note", f"There is no reference solution for {program.name}."
            continue
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
            copied = shutil.copytree(program.parent, Path(name) / "work", ignore=_not_for_runs)
            own = copied / program.name
            own.write_text(text, encoding="utf-8")
            there = replace(room, file=copied / room.file.name if room.file else None)
            assignment = under(there, Settings(), own, today()).assignment(own)
            beside = tuple(_beside(test, copied) for test in assignment.tests)
            alone = replace(assignment, tests=beside, root=copied, hidden=True)
            run = await runner.run(alone, interpreter=Path(sys.executable))
            unseen = await verdicts(bundle, own, runner, Path(sys.executable), Settings().limits)
        wrong = [f"{test.name} ({test.outcome.value})" for test in run.failing]
        wrong += [f"hidden test {test.number}" for test in unseen.tests if not test.agrees]
        wrong += [run.cut.message] if run.cut else []
        wrong += [*(problem.message for problem in run.problems), *([unseen.problem] if unseen.problem else [])]
        count = len(run.tests) + len(unseen.tests)
        yield ("FAIL", f"the reference solution of {program.name}: {'; '.join(wrong)}") if wrong else (
            "ok", f"all {count} tests agree with the reference solution of {program.name}",
        )  # fmt: skip
