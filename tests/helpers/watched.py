"""Watch a program run with counters written into it: another witness than Gadfly's own recordings."""

from __future__ import annotations

import ast
import io
from contextlib import redirect_stdout
from typing import Any

MOST_PASSES = 50


class EndlessError(Exception):
    """The program would go on and on."""


class Counting(ast.NodeTransformer):
    """Write into a program what tells which lines and blocks run, and what its names are then."""

    def marked(self, line: int, end: str) -> ast.stmt:
        return ast.parse(f"__note({line}, {end!r}, dict(locals()))").body[0]

    def visit(self, node: ast.AST) -> ast.AST:
        self.generic_visit(node)
        for field in ("body", "orelse"):
            if not isinstance(node, ast.Module) and isinstance(block := getattr(node, field, None), list):
                setattr(node, field, [each for statement in block for each in self._around(statement)])
        if isinstance(node, (ast.For, ast.While, ast.If)):
            node.body = [self.marked(node.lineno, "start"), *node.body, self.marked(node.lineno, "end")]
        return node

    def _around(self, statement: ast.stmt) -> list[ast.stmt]:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)) or not hasattr(statement, "lineno"):
            return [statement]
        before, after = self.marked(statement.lineno, "line"), self.marked(statement.lineno, "after")
        return [before, statement, *([after] if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)) else [])]


class Watched:
    """One call of a program, watched.

    ``seen`` are (line, "start" | "end" | "line" | "after", names then), ``same`` pairs of names, each with the line
    after whose first run they stood for the same object, ``printed`` is what it printed.
    """

    def __init__(self, program: str, call: str) -> None:
        self.seen: list[tuple[int, str, dict[str, str]]] = []
        self.objects: dict[int, dict[str, Any]] = {}
        self.printed = io.StringIO()
        scope: dict[str, Any] = {"__note": self._note}
        tree = ast.fix_missing_locations(Counting().visit(ast.parse(program)))
        exec(compile(ast.unparse(tree), "program", "exec"), scope)
        self.result: object = None
        try:
            with redirect_stdout(self.printed):
                self.result = eval(call, scope)
        except (EndlessError, RecursionError, UnboundLocalError, TypeError) as error:
            self.result = error

    def _note(self, line: int, end: str, names: dict[str, Any]) -> None:
        if len(self.seen) >= 10 * MOST_PASSES:
            raise EndlessError
        if end == "after":
            self.objects.setdefault(line, dict(names))
        self.seen.append((line, end, {name: repr(value) for name, value in names.items()}))

    @property
    def lines(self) -> set[int]:
        return {line for line, end, _ in self.seen if end == "line"}

    def same(self, line: int, first: str, second: str) -> bool:
        return bool(eval(f"{first} is {second}", {}, self.objects[line]))

    def blocks(self, line: int, end: str) -> list[dict[str, str]]:
        return [names for at, which, names in self.seen if (at, which) == (line, end)]

    def runs_of(self, line: int) -> int:
        return sum((at, which) == (line, "line") for at, which, _ in self.seen)
