"""``gadfly practice``: exercises from a right program and its tests."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.progress import Progress

from gadfly_server.grading.files import check_writable
from gadfly_server.grading.lessons import lesson_of
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.practice.exercise import Exercise
from gadfly_server.grading.practice.export import KEY, as_data, as_folders, check_new
from gadfly_server.grading.practice.making import exercises
from gadfly_server.terminal.console import Console
from gadfly_server.terminal.counted import counted
from gadfly_server.terminal.programs import language_for, read
from gadfly_server.wording import speaking


def practice(  # noqa: PLR0913 - what can be typed behind the command
    program: Path,
    tests: Path,
    output: Path,
    *,
    most: int = 12,
    language: str | None = None,
    pool: Pool = Pool(),  # noqa: B008 # frozen
) -> int:
    """Make exercises and write them down: as data if the output ends in .jsonl, else as folders."""
    read(program)
    is_data = output.suffix == ".jsonl"
    check_writable(output) if is_data else check_new(output)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Trying exercises", total=None)
        tried: list[Exercise] = []

        def tell(each: Exercise) -> None:
            tried.append(each)
            progress.advance(task)

        found = exercises(lesson_of(program, tests), most, pool, tell)
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    if not found:
        console.print(_why_none(tried))
        return 1
    with speaking(language_for(program, language)):
        as_data(found, output) if is_data else as_folders(found, output)
    console.print(_told(found, output, is_data), markup=False)
    return 0


def _why_none(tried: list[Exercise]) -> str:
    easy = sum(each.is_too_easy for each in tried)
    told = f"{counted(len(tried), 'version')} of it had a bug by a misconception that we know"
    sorts = f": {easy} too easy, {len(tried) - easy} too hard" if tried else ""
    return f"No exercise came of this program. {told}{sorts}. Richer programs, and tests of more cases, give more."


def _told(found: list[Exercise], output: Path, is_data: bool) -> str:
    beliefs = len({name for each in found for name in each.misconceptions})
    key = "" if is_data else f" What is wrong in each stands in {output / KEY}: keep that to yourself."
    made = f"{counted(len(found), 'exercise')} of {counted(beliefs, 'misconception')}"
    return f"{made} {'is' if len(found) == 1 else 'are'} in {output}, the easiest first.{key}"
