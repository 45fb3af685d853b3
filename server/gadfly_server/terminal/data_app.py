"""What can be typed behind ``gadfly data``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from gadfly_server.terminal.finish import finish as end

app = typer.Typer(help="What is recorded about you: see it, allow it, take it along, delete it.", no_args_is_help=True)
Folder = Annotated[
    Path | None,
    typer.Option("--for", metavar="FOLDER", help="The folder of the course; without it the one you are in."),
]

Tuning = Annotated[
    bool, typer.Option("--tuning", help="Only what is kept to tune models with, if you set that up; alone.")
]


def finish(run: Callable[[], int]) -> None:
    """End with the command's code, in the student's language."""

    def spoken() -> int:
        from gadfly_server.database import Unusable as Locked  # noqa: PLC0415 - help must come quickly
        from gadfly_server.terminal.programs import Unusable, language_for  # noqa: PLC0415 - the same
        from gadfly_server.wording import speaking  # noqa: PLC0415 - the same

        with speaking(language_for(Path("any.py"), None)):
            try:
                return run()
            except (Locked, OSError) as problem:
                raise Unusable(str(problem)) from problem

    end(spoken)


@app.command()
def show(
    as_json: Annotated[bool, typer.Option("--json", help="All of it, for programs.")] = False,
) -> None:
    """Show what is recorded about you, and what you allowed."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - help must come quickly

    finish(lambda: data.show(as_json=as_json))


@app.command()
def allow(
    folder: Folder = None,
    texts: Annotated[bool, typer.Option("--texts", help="Also your programs, and what you and Gadfly said.")] = False,
    contact: Annotated[
        str, typer.Option("--contact", metavar="NAME", help="Let your teacher know, under this name, if you need help.")
    ] = "",
    tuning: Tuning = False,
) -> None:
    """Allow that what happens is recorded and given to the course; without this nothing is."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - the same

    beside = texts or bool(contact) or folder is not None
    if tuning:
        finish(lambda: data.tune(allowed=True, beside=beside))
    else:
        finish(lambda: data.allow(folder or Path(), texts=texts, contact=contact))


@app.command()
def refuse(folder: Folder = None, tuning: Tuning = False) -> None:
    """Record and give away nothing more."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - the same

    if tuning:
        finish(lambda: data.tune(allowed=False, beside=folder is not None))
    else:
        finish(lambda: data.refuse(folder or Path()))


@app.command()
def export(
    to: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write it.")], folder: Folder = None
) -> None:
    """Write it into a folder, as a ProgSnap2 dataset and as xAPI statements, under a pseudonym."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - the same

    finish(lambda: data.export(folder or Path(), to))


@app.command()
def send(folder: Folder = None) -> None:
    """Send what is new to the learning record store of the course."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - the same

    finish(lambda: data.send(folder or Path()))


@app.command()
def delete(
    dialogues: Annotated[bool, typer.Option("--dialogues", help="Also all dialogues.")] = False,
    memory: Annotated[bool, typer.Option("--memory", help="Also what Gadfly remembers about you.")] = False,
    sure: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete what is recorded about you, and the key that your pseudonyms are made with."""
    from gadfly_server.terminal import data  # noqa: PLC0415 - the same

    finish(lambda: data.delete(dialogues=dialogues, memory=memory, sure=sure))
