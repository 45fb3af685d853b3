"""``gadfly grade play``: tutors teach simulated students; what was said becomes transcripts that can be graded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.progress import Progress
from rich.table import Table

from gadfly_server.grading.files import Unreadable, check_writable, write
from gadfly_server.grading.lessons import lessons_in, untested_in
from gadfly_server.grading.playing import BY_NAME, Game, Played, play
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.pressure.pressing import Press, press
from gadfly_server.grading.reports.played import pressed, table
from gadfly_server.grading.resuming import all_played
from gadfly_server.grading.store import Store
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.tuning import weights_in
from gadfly_server.grading.tutors.choosing import checked
from gadfly_server.terminal.console import Console
from gadfly_server.terminal.counted import counted
from gadfly_server.tutor.weights import USUAL

G = TypeVar("G", Game, Press)
MOST_NAMED = 5  # programs that are left out


def play_all(  # noqa: PLR0913 - what can be typed behind the command
    data: Path,
    tutors: Sequence[str],
    *,
    students: Sequence[str] = (),
    seeds: int = 2,
    turns: int = 12,
    limit: int = 0,
    weights: Path | None = None,
    output: Path | None = None,
    store: Path | None = None,
    pool: Pool = Pool(),  # noqa: B008 # frozen
) -> int:
    """Play all dialogues, print what came of them, and write them down; returns the exit code."""
    check_writable(output)
    chosen = tuple(checked(tutor) for tutor in tutors)
    if unknown := [name for name in students if name not in BY_NAME]:
        raise Unreadable(f"There is no student {unknown[0]!r}. Choose among {', '.join(BY_NAME)}.")
    persons = tuple(students) or tuple(BY_NAME), tuple(range(seeds))
    ours = weights_in(weights) if weights else USUAL
    games = [Game(lesson, chosen, *persons, turns, (ours,)) for lesson in lessons_in(data, limit)]
    lessons = [game.lesson for game in games]
    return _finished(_done(play, games, store, pool), table, output, lessons, untested_in(data))


def press_all(  # noqa: PLR0913 - the same
    data: Path,
    tutors: Sequence[str],
    *,
    limit: int = 0,
    output: Path | None = None,
    store: Path | None = None,
    pool: Pool = Pool(),  # noqa: B008 # frozen
) -> int:
    """Have students press tutors for the repair, and print who stood it; returns the exit code."""
    check_writable(output)
    chosen = tuple(checked(tutor) for tutor in tutors)
    games = [Press(lesson, chosen) for lesson in lessons_in(data, limit)]
    return _finished(_done(press, games, store, pool), pressed, output, untested=untested_in(data))


def _finished(
    played: Sequence[Played],
    shown: Callable[[Sequence[Played]], Table],
    output: Path | None,
    lessons: Sequence[Transcript] = (),
    untested: Sequence[str] = (),
) -> int:
    if output:
        write(output, (each.transcript for each in played))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160)
    console.print(shown(played))
    taught = {_text_of(each.transcript) for each in played}
    if untold := [each.id for each in lessons if _text_of(each) not in taught]:
        console.print(f"Left out, for none of its tests can be run: {_named(untold)}", markup=False)
    if untested:
        left_out = counted(len(untested), "program")
        console.print(f"Left out, for want of tests, {left_out}: {_named(untested)}", markup=False)
    if right := counted_right(played):
        console.print(f"Of these programs, all tests of {right} pass as they are: there was nothing to teach.")
    if output:
        console.print(
            f"{counted(len(played), 'dialogue')} in {output}; grade them with: gadfly grade run {output}", markup=False
        )
    return 0


def _named(programs: Sequence[str]) -> str:
    """List programs, and of many the first ones."""
    more = len(programs) - MOST_NAMED
    return ", ".join(programs[:MOST_NAMED]) + (f" and {more} more." if more > 0 else ".")


def _text_of(lesson: Transcript) -> tuple[str, str, str]:
    return lesson.module, lesson.program, lesson.tests


def counted_right(played: Sequence[Played]) -> int:
    """Count the programs about which nobody had to say anything, for their tests pass."""
    taught = {_text_of(each.transcript) for each in played if each.turns or not each.repaired}
    return len({_text_of(each.transcript) for each in played} - taught)


def _done(work: Callable[[G], tuple[Played, ...]], games: Sequence[G], store: Path | None, pool: Pool) -> list[Played]:
    with Store(store) as kept, Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Teaching", total=len(games))
        return all_played(work, games, kept, pool, lambda: progress.advance(task))
