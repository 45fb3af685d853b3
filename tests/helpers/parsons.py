"""In which orders the lines of a small, harmless program print the same."""

from __future__ import annotations

import io
import string
import sys
import warnings
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from itertools import permutations
from types import CodeType, FrameType
from typing import Any

MOST_STEPS = 500
PROGRAM = "<order>"


def pieces(program: str) -> tuple[str, ...]:
    """The lines that are put in order: all that are not empty."""
    return tuple(line for line in program.splitlines() if line.strip())


def orders(program: str) -> tuple[str, ...]:
    """The orders in which the lines print the same, each line as its letter: ``ABC`` is the order as given."""
    lines = pieces(program)
    letters = string.ascii_uppercase[: len(lines)]
    wanted = printed(program)
    return tuple(sorted({"".join(order) for order in _read(letters, lines) if printed(_text(order, lines)) == wanted}))


def printed(program: str) -> str | None:
    """What a program prints; ``None`` if it ends in an error, or does not end soon."""
    code = _compiled(program)
    return None if code is None else _run(code)


def _read(letters: str, lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The orders that Python can read."""
    for order in permutations(letters):
        if not lines[ord(order[0]) - ord("A")].startswith(" ") and _compiled(_text(order, lines)):
            yield order


def _text(order: tuple[str, ...], lines: tuple[str, ...]) -> str:
    return "\n".join(lines[ord(letter) - ord("A")] for letter in order) + "\n"


def _compiled(program: str) -> CodeType | None:
    with suppress(SyntaxError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(program, PROGRAM, "exec")
    return None


class _TooLong(BaseException):
    """Ends a program that runs for long."""


def _run(code: CodeType) -> str | None:
    steps = 0

    def count(frame: FrameType, kind: str, argument: Any) -> Any:
        nonlocal steps
        if frame.f_code.co_filename != PROGRAM:
            return None
        steps += 1
        if steps > MOST_STEPS:
            raise _TooLong
        return count

    said, before = io.StringIO(), sys.gettrace()
    try:
        with redirect_stdout(said):
            sys.settrace(count)
            exec(code, {"__name__": "order"})
    except (Exception, _TooLong):
        return None
    finally:
        sys.settrace(before)
    return said.getvalue()
