"""A question beside the program and the run that it is about: which calls and lines its words mean."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from dialogue.runs import Bench, Call, Run

CODE = r"(?:`` (.+?) ``|`([^`]*)`)"


@dataclass(frozen=True)
class Asked:
    """A question as it was put: ``focus`` names the test that the dialogue is about."""

    text: str
    kind: str
    focus: str
    place: tuple[int, int] | None
    answer: str


@dataclass(frozen=True)
class About:
    """A question beside the program that it is about and the run of the test in focus."""

    asked: Asked
    bench: Bench
    tree: ast.Module
    run: Run

    def calls(self, line: int) -> list[Call]:
        """The calls that the words may mean of the function around a line."""
        name = self.function(line)
        return self.named(name) if name else []

    def named(self, name: str) -> list[Call]:
        """The calls that the words may mean of a function."""
        found = [call for call in self.run.calls if call.name == name]
        outer = [call for call in found if not within(call, found, self.run)]
        said = self.asked.text
        which = re.search(rf"(?:\b(?:for|in|in the call) {CODE}(?: itself)?|([Ii]n the last call of)[^,]*)\W*$", said)
        if which and which[3]:
            return outer[-1:]
        told = (which[1] or which[2] or "") if which else ""
        fitting = [call for call in outer or found if told and fits(told, call)]
        if fitting:
            return fitting
        return [call for call in found if told.startswith(f"{name}(") and fits(told, call)] or outer or found

    def function(self, line: int) -> str | None:
        """The innermost function around a line."""
        around = [
            f
            for f in ast.walk(self.tree)
            if isinstance(f, ast.FunctionDef) and lines_of(f).start <= line in lines_of(f)
        ]
        return max(around, key=lambda f: f.lineno).name if around else None

    def statement(self, line: int) -> range:
        """The lines of the smallest statement that starts on a line; of a block, those of its head."""
        found = [n for n in ast.walk(self.tree) if isinstance(n, ast.stmt) and n.lineno == line]
        body = getattr(found[0], "body", None) if found else None
        if found and isinstance(body, list) and body:
            return range(line, max(line, body[0].lineno - 1) + 1)
        return lines_of(found[0]) if found else range(line, line + 1)

    def loop(self, line: int) -> range:
        """The lines of the loop that starts on a line."""
        loops = [n for n in ast.walk(self.tree) if isinstance(n, (ast.For, ast.While)) and n.lineno == line]
        return lines_of(loops[0]) if loops else range(line, line + 1)


def within(call: Call, others: list[Call], run: Run) -> bool:
    return any(other is not call and call in run.inside(other) for other in others)


def fits(told: str, call: Call) -> bool:
    """Whether a call has the arguments that the words name: as a call, or the only one."""
    given = [value for name, value in call.arguments.items() if name != "self" and not name.startswith("self.")]
    try:
        tree = ast.parse(told, mode="eval").body
        if isinstance(tree, ast.Call):
            name = tree.func.attr if isinstance(tree.func, ast.Attribute) else getattr(tree.func, "id", "")
            if name == call.name:
                told_values = [ast.literal_eval(each) for each in (*tree.args, *(k.value for k in tree.keywords))]
                return told_values == [ast.literal_eval(value or "") for value in given][: len(told_values)]
        return bool(given) and ast.literal_eval(tree) == ast.literal_eval(given[0] or "")
    except (ValueError, SyntaxError, TypeError):
        return False


def lines_of(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
