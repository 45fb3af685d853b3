"""Whether a sum that somebody writes down, such as ``7 // 2 = 3``, comes out as is said."""

from __future__ import annotations

import ast
import operator

from gadfly_analyzers.python_text import expression_of

ROUNDED = 0.99  # of the last digit that is said
_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


def comes_out_otherwise(text: str, said: str) -> bool:
    """Whether a sum comes to something else than is said, by more than rounding; of what is no sum nobody knows."""
    digits = len(said.strip(".").partition(".")[2])
    try:
        return abs(_result(expression_of(text.strip())) - float(said.strip("."))) > ROUNDED * 0.1**digits
    except ArithmeticError:
        return True
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


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
