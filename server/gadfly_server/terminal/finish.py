"""How a command ends: with a code, and without a traceback for what is wrong with the input."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer


def finish(run: Callable[[], int]) -> None:
    """End with the command's code; what is wrong with the input is told in one line."""
    from gadfly_server.terminal.letters import print_any_name, warn  # noqa: PLC0415 - the same
    from gadfly_server.terminal.programs import Unusable  # noqa: PLC0415 - help must come quickly

    try:
        print_any_name()
        code = run()
    except Unusable as problem:
        warn(problem)
        code = 2
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        sys.stdout = None
        code = 1
    raise typer.Exit(code)
