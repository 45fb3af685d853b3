"""Which side of a test's comparison is expected and which was computed, read from the test's source."""

from __future__ import annotations

import ast
import sys
import types
from typing import Any, Iterator, List, NamedTuple, Optional, Tuple

from gadfly_analyzers.execution.probe.scopes import Scope, called_name

OPERATORS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
UNITTEST = {
    "assertEqual": "==",
    "assertEquals": "==",
    "assertListEqual": "==",
    "assertDictEqual": "==",
    "assertTupleEqual": "==",
    "assertSetEqual": "==",
    "assertSequenceEqual": "==",
    "assertMultiLineEqual": "==",
    "assertCountEqual": "==",
    "assertAlmostEqual": "==",
    "assertAlmostEquals": "==",
    "assertNotEqual": "!=",
    "assertIs": "is",
    "assertIsNot": "is not",
    "assertIn": "in",
    "assertNotIn": "not in",
    "assertLess": "<",
    "assertLessEqual": "<=",
    "assertGreater": ">",
    "assertGreaterEqual": ">=",
}
CLOSE = frozenset({"isclose", "allclose", "assertAlmostEqual", "assertAlmostEquals"})
APPROXIMATE = frozenset({"approx"})
EXPECTED_WORDS = ("expect", "want", "correct", "should", "truth", "answer", "target", "right", "solution")
ACTUAL_WORDS = ("actual", "got", "result", "output", "returned", "computed", "res", "out", "value")


class Sides(NamedTuple):
    """A comparison as written: ``actual operator expected``; ``left`` tells that the expected side stands left."""

    operator: str
    expected: ast.expr
    actual: ast.expr
    left: bool
    close: bool


def sides_of(scope: Scope, program: str, failed: int = 0) -> Optional[Sides]:
    """Read the comparison of the assertion at which a scope stands; ``failed`` numbers the part that did not hold."""
    node = asserted(scope.statement)
    if node is None:
        return None
    truth = True
    while isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node, truth = node.operand, not truth
    if isinstance(node, ast.BoolOp):
        node = node.values[min(max(failed, 1), len(node.values)) - 1]
    if isinstance(node, ast.Compare):
        return compared(node, scope, program)
    if isinstance(node, ast.Call):
        return called(node, scope, program, truth)
    if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
        return Sides("==", constant(truth, node), node, False, False)
    return None


def asserted(statement: Optional[ast.stmt]) -> Optional[ast.expr]:
    """Return what a statement asserts."""
    if isinstance(statement, ast.Assert):
        return statement.test
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        if called_name(statement.value).startswith("assert"):
            return statement.value
    return None


def compared(node: ast.Compare, scope: Scope, program: str) -> Sides:
    """Read ``a op b``; of a chain, the part with the computed side."""
    terms: List[ast.expr] = [node.left, *node.comparators]
    pairs = [(terms[i], OPERATORS[type(op)], terms[i + 1]) for i, op in enumerate(node.ops)]
    left, operator, right = pairs[0]
    return ordered(left, operator, right, scope, program)


def called(node: ast.Call, scope: Scope, program: str, truth: bool) -> Optional[Sides]:
    """Read ``isclose(a, b)``, ``self.assertEqual(a, b)`` and the like, or a call that is to be true."""
    name = called_name(node)
    operator = UNITTEST.get(name) or ("==" if name in CLOSE else None)
    if operator and len(node.args) >= 2:
        written = ordered(node.args[0], operator, node.args[1], scope, program)
        return written._replace(close=written.close or name in CLOSE)
    if name in ("assertTrue", "assertFalse") and node.args:
        return whole(node.args[0], scope, program, name == "assertTrue")
    if name in ("assertIsNone", "assertIsNotNone") and node.args:
        operator = "is" if name == "assertIsNone" else "is not"
        return Sides(operator, constant(None, node), node.args[0], False, False)
    if name.startswith("assert"):
        return None
    return Sides("==", constant(truth, node), node, False, False)


def whole(node: ast.expr, scope: Scope, program: str, truth: bool) -> Sides:
    """Read the argument of ``assertTrue``."""
    if isinstance(node, ast.Compare) and truth:
        return compared(node, scope, program)
    return Sides("==", constant(truth, node), node, False, False)


def constant(value: Any, place: ast.AST) -> ast.expr:
    """Make a constant that stands at a place."""
    return ast.copy_location(ast.Constant(value=value), place)


def ordered(left: ast.expr, operator: str, right: ast.expr, scope: Scope, program: str) -> Sides:
    """Tell the two sides apart: the one that the test wrote down is expected; by custom, the right one."""
    close = is_approximate(left) or is_approximate(right)
    if weight(left, scope, program) > weight(right, scope, program):
        return Sides(MIRRORED.get(operator, operator), bare(left), right, True, close)
    return Sides(operator, bare(right), left, False, close)


def is_approximate(node: ast.expr) -> bool:
    """Tell whether a side is ``pytest.approx(…)``."""
    return isinstance(node, ast.Call) and called_name(node) in APPROXIMATE


def bare(node: ast.expr) -> ast.expr:
    """Unwrap ``pytest.approx(x)``."""
    return node.args[0] if is_approximate(node) and isinstance(node, ast.Call) and node.args else node


def weight(node: ast.expr, scope: Scope, program: str, depth: int = 0) -> int:
    """Weigh how much a side looks written down rather than computed."""
    if is_literal(node):
        return 4
    if is_approximate(node):
        return 5
    if touches(node, scope, program):
        return -4
    if isinstance(node, ast.Name) and depth < 4:
        return weight_of_name(node.id, scope, program, depth)
    return 0 if any(isinstance(part, ast.Call) for part in ast.walk(node)) else 1


def weight_of_name(name: str, scope: Scope, program: str, depth: int) -> int:
    """Weigh a name by where its value comes from, else by what it is called."""
    origin = origin_of(name, scope)
    if origin is not None:
        return weight(origin[0], origin[1], program, depth + 1)
    words = name.lower()
    if any(words.startswith(word) for word in EXPECTED_WORDS):
        return 3
    if any(words.startswith(word) for word in ACTUAL_WORDS):
        return -2
    return 1


def origin_of(name: str, scope: Scope) -> "Optional[Tuple[ast.expr, Scope]]":
    """Find the expression that a name stands for."""
    assigned = scope.assigned(name)
    return (assigned, scope) if assigned is not None else scope.argument(name)


def resolved(node: ast.expr, scope: Scope) -> "Tuple[ast.expr, Scope]":
    """Follow names to the expression that they stand for."""
    for _ in range(4):
        if not isinstance(node, ast.Name):
            break
        origin = origin_of(node.id, scope)
        if origin is None:
            break
        node, scope = origin
    return node, scope


def is_literal(node: ast.expr) -> bool:
    """Tell whether the side is written out."""
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "set" and not node.args
        )
    return True


def touches(node: ast.expr, scope: Scope, program: str) -> bool:
    """Tell whether a side uses something that the program defines."""
    return any(of_program(value, program) for value in values_in(node, scope))


def values_in(node: ast.expr, scope: Scope) -> Iterator[Any]:
    """Give the values of the names in an expression."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and scope.known(part.id):
            yield scope.value(part.id)


def of_program(value: Any, program: str) -> bool:
    """Tell whether a function, class, module or object was made by the program."""
    kind = type(value)  # never ``value.__class__``: the student's code may answer that
    if issubclass(kind, types.FunctionType):
        return bool(value.__code__.co_filename == program)
    if issubclass(kind, types.ModuleType):
        return bool(object.__getattribute__(value, "__dict__").get("__file__") == program)
    made = value if issubclass(kind, type) else kind
    module = sys.modules.get(str(type.__dict__["__module__"].__get__(made)))
    return getattr(module, "__file__", None) == program
