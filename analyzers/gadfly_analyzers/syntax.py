"""Where and why a text is not a Python program."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """The first thing that keeps a text from being a program: 1-based line, 0-based column in characters."""

    line: int
    column: int
    kind: str
    message: str


def syntax_problem(text: str) -> SyntaxProblem | None:
    """Ask Python to read, never to run, a text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text.removeprefix("\ufeff"))
    except SyntaxError as error:
        return SyntaxProblem(error.lineno or 1, max(0, (error.offset or 1) - 1), "unknown", error.msg)
    except (RecursionError, MemoryError):
        return SyntaxProblem(1, 0, "too-deep", "too many brackets or blocks inside each other")
    except ValueError:
        return SyntaxProblem(1, 0, "null-byte", "the text holds a character that Python cannot read")
    return None
