"""Notes which statements a test comes to, of those that are asked about, by what is compiled into the code."""

from __future__ import annotations

import ast
import builtins
from typing import Any, Callable, Collection, List, Set

from gadfly_analyzers.execution.probe import steps

MARK = "__gadfly_mark__"  # ends in underscores, so that no class mangles it
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


class Marks:
    """Lines that a test came to since ``begin``."""

    def __init__(self) -> None:
        self.met: Set[int] = set()
        setattr(builtins, MARK, self.met.add)

    def begin(self) -> None:
        """Note anew."""
        self.met.clear()


def mark(statements: "List[Any]", asked: Collection[int], before: Callable[[int], int]) -> None:
    """Have statements on lines that are asked about note that they begin; ``before`` gives where a line stood once."""
    for node in statements:
        for block in _BLOCKS:
            inner = getattr(node, block, None)
            if inner:
                mark(inner, asked, before)
    for number in range(len(statements) - 1, -1, -1):
        node = statements[number]
        if isinstance(node, ast.stmt) and not steps.is_step(node) and not steps.is_text(node):
            line = before(node.lineno)
            if line in asked:
                statements.insert(number, note(node, line))


def is_mark(node: ast.stmt) -> bool:
    """Tell whether a statement is one that was inserted."""
    return bool(getattr(getattr(getattr(node, "value", None), "func", None), "id", None) == MARK)


def note(node: ast.stmt, line: int) -> ast.stmt:
    """Make the statement that notes a line."""
    place = {name: getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")}
    name, number = ast.Name(MARK, ast.Load(), **place), ast.Constant(line, **place)
    return ast.Expr(ast.Call(name, [number], [], **place), **place)
