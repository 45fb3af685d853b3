"""Loops that never end as their numbers only go away from where the loop would end."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence

from gadfly_analyzers.python_text import literal_of, module_of
from gadfly_analyzers.trace.ranges import Range, UnclearError, beyond, range_of, truth_of
from gadfly_analyzers.values import Value

_NUMBERS = ("int", "float", "bool")
_GATHERERS = {"list": "append", "set": "add"}


def loop_at(program: bytes, line: int) -> ast.While | None:
    """Give the loop that begins on a line."""
    try:
        nodes = ast.walk(module_of(program))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # for a Python of another version
        return None
    return next((node for node in nodes if isinstance(node, ast.While) and node.lineno == line), None)


def goes_on(
    loop: ast.While, before: Mapping[str, Value], now: Mapping[str, Value], gathered: Collection[str] = ()
) -> bool:
    """Tell whether a loop is sure to go on for ever; ``before`` and ``now`` are its variables as two passes found them.

    Each number may be anywhere beyond where it is now, in the direction that it took. If the condition holds wherever
    the numbers are there, and a pass leads from there to there again, the loop never ends. What the loop only gathers
    something in, as ``gathered`` tells, has no part in that.
    """
    ahead = {name: beyond(_number(before[name]), _number(now[name])) for name in _numbers(before) & _numbers(now)}
    adding = {f"{name}.{_GATHERERS[now[name].type]}" for name in gathered if now[name].type in _GATHERERS}
    try:
        after = _after(loop.body, ahead, adding)
        return truth_of(loop.test, ahead) and all(ahead[name].holds(after[name]) for name in ahead)
    except (UnclearError, ArithmeticError):
        return False


def _numbers(values: Mapping[str, Value]) -> set[str]:
    return {name for name, value in values.items() if value.literal and value.type in _NUMBERS}


def _number(value: Value) -> float:
    number: float = literal_of(value.text)
    return number


def _after(body: Sequence[ast.stmt], known: Mapping[str, Range], adding: Collection[str]) -> Mapping[str, Range]:
    """Give what is known of the names after statements that certainly run to their end."""
    for statement in body:
        if isinstance(statement, ast.If):
            branch = statement.body if truth_of(statement.test, known) else statement.orelse
            known = _after(branch, known, adding)
        elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            known = {**known, **_assigned(statement.targets[0], statement.value, known)}
        elif isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            name = ast.Name(statement.target.id, ast.Load())
            known = {**known, name.id: range_of(ast.BinOp(name, statement.op, statement.value), known)}
        elif not (isinstance(statement, ast.Pass) or _gathers(statement, known, adding)):
            raise UnclearError
    return known


def _assigned(target: ast.expr, value: ast.expr, known: Mapping[str, Range]) -> dict[str, Range]:
    """Give what is known of the names that are assigned."""
    if isinstance(target, ast.Name):
        return {target.id: range_of(value, known)}
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        pairs = [_assigned(*both, known) for both in zip(target.elts, value.elts, strict=True)]
        return {name: number for pair in pairs for name, number in pair.items()}
    raise UnclearError


def _gathers(statement: ast.stmt, known: Mapping[str, Range], adding: Collection[str]) -> bool:
    """Tell whether a statement adds a number to what nothing else in the loop reads, or is a text."""
    if not isinstance(statement, ast.Expr) or isinstance(statement.value, ast.Constant):
        return isinstance(statement, ast.Expr)
    call = statement.value
    if not (isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords):
        return False
    range_of(call.args[0], known)
    return ast.unparse(call.func) in adding
