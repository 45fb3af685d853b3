"""The command line: ``gadfly ask``, ``check``, ``hints``, what is remembered and recorded, ``serve`` and more."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from gadfly_server.terminal import data_app
from gadfly_server.terminal.classroom import app as classroom
from gadfly_server.terminal.finish import finish as _finish
from gadfly_server.terminal.grade_commands import grade
from gadfly_server.terminal.teaching_commands import play, practice, tune

app = typer.Typer(
    help="A Socratic debugging tutor for Python: it runs your tests, and asks.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(data_app.app, name="data")
app.add_typer(grade, name="grade")
grade.command()(play)
grade.command()(tune)
app.add_typer(classroom, name="classroom")


class Form(str, Enum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


Program = Annotated[Path, typer.Argument(metavar="PATH", help="Your Python program.")]
Tests = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it at run time, on 3.10 too
    typer.Option("--tests", metavar="GLOB", help="Which files are its tests, such as 'checks/*.py'."),
]
Language = Annotated[
    Optional[str],  # noqa: UP045 - the same
    typer.Option("--language", metavar="LANGUAGE", help="Speak en or de; without it the language of your terminal."),
]
Format = Annotated[Form, typer.Option("--format", help="For people or for programs.")]


@app.command()
def ask(  # noqa: PLR0913, PLR0917 - what can be typed behind the command
    path: Program,
    tests: Tests = None,
    answers: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Option("--answers", metavar="FILE", help="Take the answers from a file, one a line."),
    ] = None,
    form: Format = Form.TEXT,
    language: Language = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line for each thing, no tables or signs: good to have read out.")
    ] = False,
) -> None:
    """Talk about a program whose tests fail, here in the terminal.

    Answer, or type ? if you do not know. Edit and save your program in another window whenever you like:
    the tests run again by themselves. Type help for what else you can do. Ctrl-D leaves.
    """

    def run() -> int:
        from gadfly_server.terminal.ask import ask as held  # noqa: PLC0415 - help must come quickly

        return held(path, tests, answers, form.value, language, plain=plain)

    _finish(run)


@app.command()
def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Python programs.")],
    tests: Tests = None,
    form: Format = Form.TEXT,
    language: Language = None,
) -> None:
    """Show what patterns and tests find in programs, and which lines to look at first."""

    def run() -> int:
        from gadfly_server.terminal.check import check as looked  # noqa: PLC0415 - help must come quickly

        return looked(paths, tests, form.value, language)

    _finish(run)


@app.command()
def hints(path: Program, tests: Tests = None, form: Format = Form.TEXT, language: Language = None) -> None:
    """Print the hints for the first bug, from the lightest to the strongest."""

    def run() -> int:
        from gadfly_server.terminal.hints import hints as printed  # noqa: PLC0415 - help must come quickly

        return printed(path, tests, form.value, language)

    _finish(run)


@app.command()
def memory(form: Format = Form.TEXT) -> None:
    """Show what Gadfly remembers about you: ideas that your answers spoke for and against."""

    def run() -> int:
        from gadfly_server.terminal.memory import show  # noqa: PLC0415 - help must come quickly

        return show(form.value)

    _finish(run)


@app.command()
def forget(
    misconception: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Argument(metavar="NAME", help="One idea, by the name that `gadfly memory` shows."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All ideas and all dialogues.")] = False,
    sure: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete what Gadfly remembers about you, one idea or all, and say what was deleted."""

    def run() -> int:
        from gadfly_server.terminal.memory import forget as deleted  # noqa: PLC0415 - help must come quickly

        return deleted(misconception, everything=everything, sure=sure)

    _finish(run)


@app.command()
def models(
    show: Annotated[
        Optional[Path],  # noqa: UP045 - the same
        typer.Option("--show", metavar="PATH", help="Show, word for word, what would be sent about this program."),
    ] = None,
    tests: Tests = None,
) -> None:
    """Tell which language model may word questions, what it was used for today, and what would be sent to it."""

    def run() -> int:
        from gadfly_server.terminal.models import models as told  # noqa: PLC0415 - help must come quickly

        return told(show, tests)

    _finish(run)


class Rows(str, Enum):
    """What an export is made for."""

    OPENAI_CHAT = "openai-chat"


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="A new folder for the files.")] = Path("tuning"),
    form: Annotated[Rows, typer.Option("--format", help="Fine-tuning files of OpenAI.")] = Rows.OPENAI_CHAT,
    transcripts: Annotated[
        Optional[list[Path]],  # noqa: UP045 - the same
        typer.Option(
            "--transcripts", metavar="FILE", help="Dialogues of docs/transcript.schema.json, in place of yours."
        ),
    ] = None,
) -> None:
    """Write your dialogues, and what models were refused, as files to tune models with; only if you allowed it."""

    def run() -> int:
        from gadfly_server.terminal.export import export as written  # noqa: PLC0415 - help must come quickly

        assert form is Rows.OPENAI_CHAT
        return written(out, transcripts or ())

    _finish(run)


@app.command()
def report(
    source: Annotated[
        str, typer.Argument(metavar="FOLDER|URL", help="What students exported, or a learning record store.")
    ],
    course: Annotated[
        Optional[str],  # noqa: UP045 - the same
        typer.Option("--course", metavar="NAME", help="The course, where there are several."),
    ] = None,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The page.")] = Path("report.html"),
    json_to: Annotated[
        Optional[Path],  # noqa: UP045 - the same
        typer.Option("--json", metavar="FILE", help="The same for programs."),
    ] = None,
    csv_to: Annotated[
        Optional[Path],  # noqa: UP045 - the same
        typer.Option("--csv", metavar="FOLDER", help="The same as tables."),
    ] = None,
) -> None:
    """Show a teacher where the class is stuck, without names, words or code."""

    def run() -> int:
        from gadfly_server.terminal.report import report as written  # noqa: PLC0415 - help must come quickly

        return written(source, course, to, json_to, csv_to)

    _finish(run)


@app.command(add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def serve(context: typer.Context) -> None:
    """Start the language server for an editor, or for a class: `gadfly serve --help` tells more."""
    from gadfly_server.lsp.serve import main as served  # noqa: PLC0415 - help must come quickly

    raise typer.Exit(served(context.args))


@app.command()
def doctor(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where your programs are.")] = Path(),
) -> None:
    """Tell whether everything is here that Gadfly needs."""

    def run() -> int:
        from gadfly_server.terminal.doctor import doctor as looked  # noqa: PLC0415 - help must come quickly

        return looked(folder)

    _finish(run)


app.command()(practice)


@app.callback(invoke_without_command=True)
def version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Print the version if that is all that was asked for."""
    if version:
        from gadfly_server import __version__  # noqa: PLC0415 - only here

        typer.echo(f"gadfly {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command that was typed."""
    app()
