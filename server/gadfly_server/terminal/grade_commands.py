"""What can be typed behind ``gadfly grade``; nothing is imported before it is needed, for help must come quickly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from typer.core import TyperGroup

from gadfly_server.terminal.finish import finish


class _RunFirst(TyperGroup):
    """Takes ``gadfly grade FILE`` for ``gadfly grade run FILE``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in where only files or options of it were typed; the context is that of typer's own click."""
        if args and args[0] not in self.commands and args[0] != "--help":
            args = ["run", *args]
        return super().parse_args(ctx, args)


grade = typer.Typer(
    cls=_RunFirst,
    help="Grade hints, anybody's: gadfly grade FILE is short for gadfly grade run FILE.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Out = Optional[Path]  # noqa: UP045 - typer reads it at run time, on 3.10 too


@grade.command()
def run(  # noqa: PLR0913, PLR0917 - what can be typed behind the command
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Transcripts, as gadfly grade convert makes them.")
    ],
    store: Annotated[
        Out, typer.Option(metavar="FILE", help="Keep results here, and go on from there next time.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="So many processes.")] = 1,
    scheduler: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Option(metavar="ADDRESS", help="Work on a Dask cluster, such as tcp://host:8786."),
    ] = None,
    useful: Annotated[
        bool, typer.Option("--useful", help="Let simulated students read each turn, too (slower).")
    ] = False,
    judge: Annotated[
        bool, typer.Option("--judge", help="Ask the model that you set up, too; see gadfly models.")
    ] = False,
    fail_under: Annotated[
        Optional[list[str]],  # noqa: UP045 - the same
        typer.Option("--fail-under", metavar="SCORE=N", help="End with code 1 if a tutor's mean is less; repeatable."),
    ] = None,
    json: Annotated[Out, typer.Option("--json", metavar="FILE", help="Write all scores with their evidence.")] = None,
    html: Annotated[Out, typer.Option("--html", metavar="FILE", help="Write a page with plots and every turn.")] = None,
    junit: Annotated[Out, typer.Option("--junit", metavar="FILE", help="Write JUnit's XML.")] = None,
    github: Annotated[bool, typer.Option("--github", help="Print annotations for GitHub.")] = False,
    overlap: Annotated[
        str,
        typer.Option(metavar="NAME", help="Overlap with references as the benchmark or quest-gen computes it."),
    ] = "benchmark",
) -> None:
    """Score every turn of every dialogue, and set the tutors side by side."""

    def work() -> int:
        from gadfly_server.terminal.grade import Wanted, grade  # noqa: PLC0415 - help must come quickly

        return grade(
            paths,
            Wanted(store, jobs, scheduler, useful, judge, tuple(fail_under or ()), json, html, junit, github, overlap),
        )

    finish(work)


@grade.command()
def convert(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What others write, or a folder of it.")],
    form: Annotated[
        str,
        typer.Option(
            "--from", metavar="FORMAT", help="gadfly, socratic, treeinstruct, mcminer, csv, chats or quest-gen."
        ),
    ],
    to: Annotated[
        Out, typer.Option("--to", metavar="FILE", help="Where transcripts go; else they are printed.")
    ] = None,
    tutor: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Option(metavar="NAME", help="Who taught, if the file does not say it."),
    ] = None,
    program: Annotated[
        Out, typer.Option(metavar="PATH", help="The program that the file is about, if the file does not hold it.")
    ] = None,
) -> None:
    """Make transcripts of dialogues in another format."""

    def work() -> int:
        from gadfly_server.terminal.grade import convert as converted  # noqa: PLC0415 - help must come quickly

        return converted(source, to, form, tutor, program)

    finish(work)
