"""Small random programs, and twins of them that tell by themselves what they do."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from random import Random
from typing import Any

from gadfly_analyzers.execution.probe.values import snapshot

NAMES = ("a", "t", "u")
_CONDITIONS = ("t % 2 == 0", "a > t", "xs and t < 5", "(\n    a > 1\n    and t < 9\n)", "len([v for v in xs if v]) > 1")
_SIMPLE = (
    "t = t + a",
    "t += 1",
    "a = len(xs) - a",
    "u = [v * t for v in xs]",
    "u = [\n    v\n    for v in xs\n    if v\n]",
    "t = max(\n    t,\n    a,\n)",
    "a = sum(v for v in xs)",
    "u = {v: a for v in xs}",
)
_LEAVING = ("continue", "break", "pass", "return t")


def random_program(seed: int) -> str:
    """Write a function ``f(a, xs)`` that ends."""
    random = Random(seed)
    body = "\n".join(["t = 0", "u = None", *_block(random, 3, False), "return t"])
    return f"def f(a, xs):\n{_indented(body)}\n"


def random_call(seed: int) -> str:
    """Write a call of it."""
    random = Random(seed)
    return f"f({random.randint(0, 3)}, {[random.randint(0, 3) for _ in range(random.randint(0, 3))]})"


@dataclass
class Told:
    """What a twin told: runs of lines, passes of loops, answers of conditions, values after assignments."""

    runs: dict[int, int] = field(default_factory=dict)
    passes: dict[int, int] = field(default_factory=dict)
    branches: dict[int, list[bool]] = field(default_factory=dict)
    values: dict[int, list[dict[str, str]]] = field(default_factory=dict)

    def ran(self, line: int) -> None:
        self.runs[line] = self.runs.get(line, 0) + 1

    def entered(self, line: int) -> None:
        self.passes[line] = self.passes.get(line, 0) + 1

    def asked(self, line: int, answer: Any) -> Any:
        self.branches.setdefault(line, []).append(bool(answer))
        return answer

    def became(self, line: int, names: dict[str, Any]) -> None:
        self.values.setdefault(line, []).append({n: snapshot(names[n])["text"] for n in NAMES if n in names})


def told_by_twin(program: str, call: str) -> Told:
    """Run the twin of a program."""
    told = Told()
    tree = ast.fix_missing_locations(_Twin().visit(ast.parse(program)))
    namespace: dict[str, Any] = {"told": told}
    exec(compile(tree, "<twin>", "exec"), namespace)
    eval(call, namespace)
    return told


class _Twin(ast.NodeTransformer):
    """Puts calls of ``told`` before and after statements and around conditions."""

    def visit(self, node: ast.AST) -> Any:
        visited = super().visit(node)
        if not isinstance(visited, ast.stmt) or isinstance(visited, ast.FunctionDef):
            return visited
        before = [_said("ran", visited.lineno)]
        after = (
            [_said("became", visited.lineno, "locals()")] if isinstance(visited, (ast.Assign, ast.AugAssign)) else []
        )
        return [*before, visited, *after]

    def visit_If(self, node: ast.If) -> Any:
        self.generic_visit(node)
        node.test = _asked(node.lineno, node.test)
        return node

    def visit_While(self, node: ast.While) -> Any:
        self.generic_visit(node)
        if not isinstance(node.test, ast.Constant):
            node.test = _asked(node.lineno, node.test)
        node.body.insert(0, _said("entered", node.lineno))
        return node

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        node.body.insert(0, _said("entered", node.lineno))
        return node


def _said(what: str, line: int, more: str = "") -> ast.stmt:
    return ast.parse(f"told.{what}({line}, {more})").body[0]


def _asked(line: int, test: ast.expr) -> ast.expr:
    call = ast.parse(f"told.asked({line}, 0)", mode="eval").body
    assert isinstance(call, ast.Call)
    call.args[1] = test
    return call


def _block(random: Random, depth: int, in_loop: bool) -> list[str]:
    """Write some statements."""
    kinds = [_simple, _simple, _if, _attempt, _for, _while, _forever] if depth else [_simple]
    block = [random.choice(kinds)(random, depth, in_loop) for _ in range(random.randint(1, 3))]
    if in_loop and random.random() < 0.3:
        block.append(f"if {random.choice(_CONDITIONS)}:\n    {random.choice(_LEAVING)}")
    return block


def _simple(random: Random, _depth: int, _in_loop: bool) -> str:
    return random.choice(_SIMPLE)


def _if(random: Random, depth: int, in_loop: bool) -> str:
    parts = [f"if {random.choice(_CONDITIONS)}:\n{_below(random, depth, in_loop)}"]
    if random.random() < 0.4:
        parts.append(f"elif {random.choice(_CONDITIONS)}:\n{_below(random, depth, in_loop)}")
    if random.random() < 0.4:
        parts.append(f"else:\n{_below(random, depth, in_loop)}")
    return "\n".join(parts)


def _attempt(random: Random, depth: int, in_loop: bool) -> str:
    return f"try:\n    t = xs[a]\n{_below(random, depth, in_loop)}\nexcept IndexError:\n    t = 1"


def _for(random: Random, depth: int, _in_loop: bool) -> str:
    return f"for i{depth} in {random.choice(['range(2)', 'xs', 'range(a)'])}:\n{_below(random, depth, True)}"


def _while(random: Random, depth: int, _in_loop: bool) -> str:
    counter = f"w{depth}"
    return f"{counter} = 0\nwhile {counter} < 2:\n    {counter} += 1\n{_below(random, depth, True)}"


def _forever(random: Random, depth: int, _in_loop: bool) -> str:
    counter = f"e{depth}"
    leave = f"    if {counter} > 2:\n        break"
    return f"{counter} = 0\nwhile True:\n    {counter} += 1\n{leave}\n{_below(random, depth, True)}"


def _below(random: Random, depth: int, in_loop: bool) -> str:
    return _indented("\n".join(_block(random, depth - 1, in_loop)))


def _indented(text: str) -> str:
    return "\n".join("    " + line for line in text.split("\n"))
