"""``gadfly grade play``: tutors teach simulated students; what was said becomes transcripts that can be graded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from gadfly_server.grading.files import Unreadable, write
from gadfly_server.grading.lessons import lessons_in
from gadfly_server.grading.playing import BY_NAME, Game, Played, play
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.reports.played import table
from gadfly_server.grading.tuning import weights_in
from gadfly_server.grading.tutors.choosing import checked
from gadfly_server.tutor.weights import USUAL


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
    pool: Pool = Pool(),  # noqa: B008 # frozen
) -> int:
    """Play all dialogues, print what came of them, and write them down; returns the exit code."""
    chosen = tuple(checked(tutor) for tutor in tutors)
    if unknown := [name for name in students if name not in BY_NAME]:
        raise Unreadable(f"There is no student {unknown[0]!r}. Choose among {', '.join(BY_NAME)}.")
    persons = tuple(students) or tuple(BY_NAME), tuple(range(seeds))
    ours = weights_in(weights) if weights else USUAL
    games = [Game(lesson, chosen, *persons, turns, (ours,)) for lesson in lessons_in(data, limit)]
    played = _played(games, pool)
    if output:
        write(output, (each.transcript for each in played))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160)
    console.print(table(played))
    if output:
        console.print(f"{len(played)} dialogues are in {output}; grade them with: gadfly grade run {output}")
    return 0


def _played(games: Sequence[Game], pool: Pool) -> list[Played]:
    found: list[Played] = []
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Teaching", total=len(games))
        for some in pool.in_order(play, games):
            found += some
            progress.advance(task)
    return found
