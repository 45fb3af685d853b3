"""What a sum comes to that somebody writes down, such as ``2 + 2`` or ``7 // 2``."""

from __future__ import annotations

import ast
import operator

from gadfly_analyzers.python_text import expression_of

_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


def result_of(text: str) -> float | None:
    """What a sum comes to; ``None`` where it is none, or comes to nothing."""
    try:
        return _result(expression_of(text))
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return None


def _result(node: ast.expr) -> float:
    """Raise ``ValueError`` for what is no sum."""
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        return node.value  # type: ignore[return-value] # as was seen
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_result(node.operand)
    operation = _OPERATIONS.get(type(node.op)) if isinstance(node, ast.BinOp) else None
    if isinstance(node, ast.BinOp) and operation is not None:
        return float(operation(_result(node.left), _result(node.right)))
    raise ValueError("no sum")
