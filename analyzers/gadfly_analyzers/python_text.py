"""Reads texts with Python's own reader, one thread at a time: Python 3.11 loses count where two of them do at once."""

from __future__ import annotations

import ast
import threading
from typing import Any

_ONE_AT_A_TIME = threading.Lock()


def module_of(text: str | bytes) -> ast.Module:
    """Read a program; raises what ``ast.parse`` raises."""
    with _ONE_AT_A_TIME:
        return ast.parse(text)


def expression_of(text: str) -> ast.expr:
    """Read an expression; raises what ``ast.parse`` raises."""
    with _ONE_AT_A_TIME:
        return ast.parse(text.lstrip(" \t"), mode="eval").body


def literal_of(text: str) -> Any:
    """Give the value that a literal stands for; raises what ``ast.literal_eval`` raises."""
    return ast.literal_eval(expression_of(text))


def assigned_literals(text: str) -> dict[str, Any]:
    """Give the names on the top level of a program whose value is a literal, with it; none where it cannot be read."""
    try:
        body = module_of(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found = {}
    for node in body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                continue
    return found


def is_python(text: str) -> bool:
    """Tell whether Python can read a program."""
    try:
        module_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
