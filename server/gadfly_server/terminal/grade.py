"""``gadfly grade run`` and ``gadfly grade convert``: what they read, print, write, and with which code they end."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from gadfly_server.grading import files
from gadfly_server.grading.adapters.listed import read
from gadfly_server.grading.counts import counts
from gadfly_server.grading.graded import Graded, to_json
from gadfly_server.grading.judging import judged
from gadfly_server.grading.overlap.section import overlap_of
from gadfly_server.grading.overlap.similarity import BY_CONVENTION
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.raters import agreement
from gadfly_server.grading.reports.github import commands
from gadfly_server.grading.reports.junit import junit
from gadfly_server.grading.reports.page import page
from gadfly_server.grading.reports.table import table
from gadfly_server.grading.running import Told, results, run
from gadfly_server.grading.store import Store
from gadfly_server.grading.summary import summaries
from gadfly_server.grading.thresholds import missed, thresholds, unjudged
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.unit import Unit, units
from gadfly_server.grading.untested import untested
from gadfly_server.models.answering import Unanswered
from gadfly_server.models.choice import of_user
from gadfly_server.terminal.console import Console
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import Unusable

FAILED = 1  # a threshold was missed
WIDE = 160  # letters in a line of a log, where no terminal says how wide it is


@dataclass(frozen=True)
class Wanted:
    """What a run is to do, and where its reports go."""

    store: Path | None = None
    jobs: int = 1
    scheduler: str | None = None
    useful: bool = False
    judge: bool = False
    fail_under: Sequence[str] = ()
    json: Path | None = None
    html: Path | None = None
    junit: Path | None = None
    github: bool = False
    overlap: str = "benchmark"


def grade(paths: Sequence[Path], wanted: Wanted) -> int:
    """Grade files of transcripts; returns the exit code."""
    try:
        return _grade(paths, wanted)
    except files.Unreadable as problem:
        raise Unusable(str(problem)) from problem


def convert(source: Path, target: Path | None, form: str, tutor: str | None, program: Path | None) -> int:
    """Make transcripts of a file in another format."""
    try:
        made = list(read(form, source, tutor=tutor, program=program, tell=warn))
        if not made:
            raise files.Unreadable(f"{source} holds no dialogue.")
        if target is None:
            for transcript in made:
                print(files.line_of(transcript))  # noqa: T201 - this is what was asked for
        else:
            files.write(target, made)
            print(f"Written to {target}.", file=sys.stderr)  # noqa: T201 - results go to stdout
        print(counts(made), file=sys.stderr)  # noqa: T201 - the same
    except files.Unreadable as problem:
        raise Unusable(str(problem)) from problem
    return 0


def _grade(paths: Sequence[Path], wanted: Wanted) -> int:
    limits = thresholds(wanted.fail_under)
    for target in (wanted.json, wanted.html, wanted.junit):
        files.check_writable(target)
    if wanted.overlap not in BY_CONVENTION:
        raise files.Unreadable(f"There is no convention {wanted.overlap!r}. Choose {' or '.join(BY_CONVENTION)}.")
    found = list(_found(paths))
    places = {(each.tutor, each.id): (path, line) for path, line, each in found}
    transcripts = [each for _, _, each in found]
    if not transcripts:
        raise files.Unreadable("There is no dialogue in what is to be graded.")
    if wanted.judge:
        transcripts = _judged(transcripts)
    work = list(units(transcripts, [("useful", "yes")] if wanted.useful else []))
    with Store(wanted.store) as store, _progress(len(work)) as tell:
        run(work, store, Pool(wanted.jobs, wanted.scheduler), tell)
        graded = list(results(work, store))
    return _report(graded, transcripts, limits, wanted, places)


def _found(paths: Sequence[Path]) -> Iterator[tuple[Path, int, Transcript]]:
    """Give all dialogues with where they stand; those of one tutor have names of their own, also in several files."""
    known: dict[str, set[str]] = {}
    for path in paths:
        for line, each in files.numbered(path):
            names = known.setdefault(each.tutor, set())
            name = files.own_name(each.id, names)
            names.add(name)
            yield path, line, each.model_copy(update={"id": name})


def _judged(transcripts: Sequence[Transcript]) -> list[Transcript]:
    """Ask the model that the user set up."""
    models = of_user(warn)
    if not models.name:
        raise files.Unreadable("--judge asks the model that you set up, and there is none: see docs/models.md.")
    try:
        return asyncio.run(judged(transcripts, models))
    except Unanswered as problem:
        raise files.Unreadable(str(problem)) from problem


def _report(
    graded: Sequence[Graded],
    transcripts: Sequence[Transcript],
    limits: dict[str, float],
    wanted: Wanted,
    places: dict[tuple[str, str], tuple[Path, int]],
) -> int:
    told = summaries(graded)
    low = list(missed(limits, told))
    overlap, agreed = list(overlap_of(transcripts, wanted.overlap)), list(agreement(transcripts, graded))
    console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
    console.print(table(told))
    if wanted.useful and all(each.scores["usefulness"] is None for each in told):
        console.print("Usefulness could not be judged: no program comes with tests that disagree with it.")
    for line in (*untested(transcripts, graded), *overlap, *agreed, *low, *unjudged(limits, told)):
        console.print(line, markup=False)
    if wanted.json:
        files.write_text(wanted.json, "".join(json.dumps(to_json(each), ensure_ascii=False) + "\n" for each in graded))
    if wanted.html:
        files.write_text(wanted.html, page(graded, told, low, overlap, agreed, transcripts))
    if wanted.junit:
        files.write_text(wanted.junit, junit(graded, low))
    for line in commands(graded, low, places) if wanted.github else ():
        print(line)  # noqa: T201 - GitHub reads it there
    return FAILED if low else 0


@contextmanager
def _progress(count: int) -> Iterator[Told]:
    """Show how far a run is, on stderr, where that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("programs", total=count)
        kept = 0

        def tell(_: Unit, was_kept: bool) -> None:
            nonlocal kept
            kept += was_kept
            bar.update(task, advance=1, description=f"programs ({kept} kept)" if kept else "programs")

        yield tell
