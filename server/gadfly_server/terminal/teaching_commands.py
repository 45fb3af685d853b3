"""What can be typed behind ``gadfly grade play``, ``gadfly grade tune`` and ``gadfly practice``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Optional

import typer

from gadfly_server.terminal.finish import finish

Data = Annotated[
    Path, typer.Argument(metavar="DATA", help="Transcripts (JSON Lines), or a folder of folders with programs.")
]
Out = Optional[Path]  # noqa: UP045 - typer reads it at run time, on 3.10 too
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="So many processes.")]
Scheduler = Annotated[
    Optional[str],  # noqa: UP045 - the same
    typer.Option(metavar="ADDRESS", help="Work on a Dask cluster, such as tcp://host:8786."),
]
Seeds = Annotated[int, typer.Option(min=1, metavar="N", help="So many persons of each kind of student.")]
Turns = Annotated[int, typer.Option(min=1, metavar="N", help="So many turns a tutor has.")]
Limit = Annotated[int, typer.Option(min=0, metavar="N", help="So many programs, evenly spread; 0 for all.")]


def play(  # noqa: PLR0913, PLR0917 - what can be typed behind the command
    data: Data,
    tutor: Annotated[
        Optional[list[str]],  # noqa: UP045 - the same
        typer.Option(
            metavar="TUTOR", help="gadfly, nobody, strategy:NAME, an http address, or 'command: …'; repeatable."
        ),
    ] = None,
    press: Annotated[
        bool, typer.Option("--press", help="Let students come who press for the repair, and tell who stands it.")
    ] = False,
    student: Annotated[
        Optional[list[str]],  # noqa: UP045 - the same
        typer.Option(metavar="NAME", help="tracer, believer or guesser; repeatable, else all of them."),
    ] = None,
    seeds: Seeds = 2,
    turns: Turns = 12,
    limit: Limit = 0,
    weights: Annotated[Out, typer.Option(metavar="FILE", help="What gadfly grade tune wrote.")] = None,
    output: Annotated[Out, typer.Option(metavar="FILE", help="Write the dialogues as transcripts.")] = None,
    store: Annotated[
        Out, typer.Option(metavar="FILE", help="Keep what was played here, and go on from there next time.")
    ] = None,
    jobs: Jobs = 1,
    scheduler: Scheduler = None,
) -> None:
    """Let tutors teach simulated students, beside nobody, and tell how many repair their programs, and how soon."""

    def work() -> int:
        from gadfly_server.grading.pool import Pool  # noqa: PLC0415 - help must come quickly
        from gadfly_server.terminal.play import play_all, press_all  # noqa: PLC0415 - the same

        chosen, pool = tutor or ["gadfly"], Pool(jobs, scheduler)
        if press:
            return press_all(data, chosen, limit=limit, output=output, store=store, pool=pool)
        return play_all(
            data,
            list(dict.fromkeys([*chosen, "nobody"])),
            students=student or (),
            seeds=seeds,
            turns=turns,
            limit=limit,
            weights=weights,
            output=output,
            store=store,
            pool=pool,
        )

    finish(_explained(work))


def tune(  # noqa: PLR0913, PLR0917 - what can be typed behind the command
    data: Data,
    other: Annotated[Path, typer.Option("--report-on", metavar="DATA", help="Other lessons, to measure the gain on.")],
    rounds: Annotated[int, typer.Option(min=1, metavar="N", help="So many rounds at most.")] = 2,
    seeds: Seeds = 2,
    turns: Turns = 12,
    limit: Limit = 0,
    output: Annotated[Out, typer.Option(metavar="FILE", help="Write the weights; else they are printed.")] = None,
    jobs: Jobs = 1,
    scheduler: Scheduler = None,
) -> None:
    """Search weights of the planner with which simulated students need fewer turns."""

    def work() -> int:
        from gadfly_server.grading.pool import Pool  # noqa: PLC0415 - help must come quickly
        from gadfly_server.terminal.tune import tune_on  # noqa: PLC0415 - the same

        pool = Pool(jobs, scheduler)
        return tune_on(data, other, rounds=rounds, seeds=seeds, turns=turns, limit=limit, output=output, pool=pool)

    finish(_explained(work))


def practice(  # noqa: PLR0913, PLR0917 - what can be typed behind the command
    program: Annotated[Path, typer.Argument(metavar="PROGRAM", help="A program that is right.")],
    tests: Annotated[Path, typer.Argument(metavar="TESTS", help="Its tests: one pytest file.")],
    output: Annotated[
        Path, typer.Option(metavar="PLACE", help="A new folder, or a file that ends in .jsonl for grading data.")
    ] = Path("exercises"),
    count: Annotated[int, typer.Option(min=1, metavar="N", help="So many exercises at most.")] = 12,
    language: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Option(metavar="LANGUAGE", help="Write en or de; without it the language of your terminal."),
    ] = None,
    jobs: Jobs = 1,
    scheduler: Scheduler = None,
) -> None:
    """Make exercises: versions of a right program that are wrong by a misconception, ordered by difficulty."""

    def work() -> int:
        from gadfly_server.grading.pool import Pool  # noqa: PLC0415 - help must come quickly
        from gadfly_server.terminal.practice import practice as made  # noqa: PLC0415 - the same

        return made(program, tests, output, most=count, language=language, pool=Pool(jobs, scheduler))

    finish(_explained(work))


def _explained(work: Callable[[], int]) -> Callable[[], int]:
    """Tell what is wrong with data or a tutor as with any other input."""

    def run() -> int:
        from gadfly_server.grading.files import Unreadable  # noqa: PLC0415 - help must come quickly
        from gadfly_server.terminal.programs import Unusable  # noqa: PLC0415 - the same

        try:
            return work()
        except Unreadable as problem:
            raise Unusable(str(problem)) from problem

    return run
