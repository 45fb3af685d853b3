"""``gadfly classroom``: begin an assignment, lock its hidden tests away, sign its file, and check all of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="For teachers: begin an assignment, lock hidden tests away, sign, check.", no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the assignment.")]


class Template(str, Enum):
    """What an assignment begins as."""

    PLAIN = "plain"
    GITHUB = "github"
    CS50 = "cs50"
    NBGRADER = "nbgrader"
    OTTER = "otter"


@app.command()
def init(
    folder: Folder = Path(),
    template: Annotated[Template, typer.Option("--template", help="What to begin with.")] = Template.PLAIN,
) -> None:
    """Write a small assignment that works, with hidden tests; what is there already stays as it is."""

    def run() -> int:
        from gadfly_server.terminal.assignment import begin  # noqa: PLC0415 - help must come quickly

        return begin(folder, template.value)

    _finish(run)


@app.command()
def lock(folder: Folder = Path()) -> None:
    """Encrypt the tests and the reference solution in FOLDER/hidden into the bundle that gadfly.toml names."""

    def run() -> int:
        from gadfly_server.terminal.assignment import lock_away  # noqa: PLC0415 - the same

        return lock_away(folder)

    _finish(run)


@app.command()
def sign(folder: Folder = Path()) -> None:
    """Sign the classroom file, so that a lab that trusts your key sees when somebody changes it."""

    def run() -> int:
        from gadfly_server.terminal.assignment import sign_file  # noqa: PLC0415 - the same

        return sign_file(folder)

    _finish(run)


@app.command()
def check(folder: Folder = Path()) -> None:
    """Tell what is wrong with an assignment: its file, its questions, its tests, its signature."""

    def run() -> int:
        from gadfly_server.terminal.assessment import assess  # noqa: PLC0415 - the same

        return assess(folder)

    _finish(run)


@app.command()
def policy(
    lab: Annotated[str, typer.Option("--lab", help="The name of your lab.")] = "",
    opens: Annotated[
        bool, typer.Option("--hidden-key", help="With the key to your hidden tests: whoever reads the file has it.")
    ] = False,
) -> None:
    """Print a policy that trusts your key; the lab's computers keep it in /etc/gadfly/policy.toml."""

    def run() -> int:
        from gadfly_server.terminal.assignment import print_policy  # noqa: PLC0415 - the same

        return print_policy(lab, opens=opens)

    _finish(run)


def _finish(run: Callable[[], int]) -> None:
    """End with the command's code; what is wrong with the input is told in one line."""
    from gadfly_server.classroom.bundle import ClosedError  # noqa: PLC0415 - the same
    from gadfly_server.classroom.reading import UnreadableError  # noqa: PLC0415 - the same
    from gadfly_server.classroom.signing import ForgedError  # noqa: PLC0415 - the same
    from gadfly_server.terminal.letters import warn  # noqa: PLC0415 - the same
    from gadfly_server.terminal.programs import Unusable  # noqa: PLC0415 - the same

    try:
        code = run()
    except (Unusable, UnreadableError, ClosedError, ForgedError) as problem:
        warn(problem)
        code = 2
    except OSError as problem:
        warn(f"{problem.filename}: {problem.strerror}.")
        code = 2
    raise typer.Exit(code)
