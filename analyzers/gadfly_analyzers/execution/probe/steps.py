"""Counts loop passes and calls by what is compiled into the code, so that what never ends is cut at the same place."""

from __future__ import annotations

import ast
import builtins
import itertools
import operator
from typing import Any, List

STEP = "__gadfly_step__"  # ends in underscores, so that no class mangles it
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


class Steps:
    """Allows so many steps; every further one raises, whatever the code catches, until ``begin``."""

    def __init__(self) -> None:
        self.allowed = 0
        self.begin(0)

    def begin(self, allowed: int) -> None:
        """Count anew."""
        self.allowed = allowed
        self.left = itertools.repeat(None, allowed)
        setattr(builtins, STEP, self.left.__next__)

    def exhaust(self) -> None:
        """Allow no further step."""
        self.begin(0)

    @property
    def taken(self) -> int:
        """How many steps were taken since the beginning."""
        return self.allowed - operator.length_hint(self.left)

    @property
    def over(self) -> bool:
        """Tell whether all were used up."""
        return not operator.length_hint(self.left)


def count(statements: "List[Any]") -> None:
    """Have statements count: at the start of every pass of a loop and of every function."""
    for node in statements:
        for block in _BLOCKS:
            inner = getattr(node, block, None)
            if inner:
                count(inner)
        if isinstance(node, _LOOPS):
            node.body.insert(0, step(node))
        elif isinstance(node, _FUNCTIONS):
            node.body.insert(1 if is_text(node.body[0]) else 0, step(node))


def is_text(node: ast.stmt) -> bool:
    """Tell whether a statement is only a text, such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def is_step(node: ast.stmt) -> bool:
    """Tell whether a statement is one that was inserted."""
    return bool(getattr(getattr(getattr(node, "value", None), "func", None), "id", None) == STEP)


def step(node: Any) -> ast.stmt:
    """Make the statement that takes a step."""
    place = {"lineno": node.lineno, "col_offset": 0, "end_lineno": node.lineno, "end_col_offset": 0}
    name = ast.Name(STEP, ast.Load(), **place)
    return ast.Expr(ast.Call(name, [], [], **place), **place)
