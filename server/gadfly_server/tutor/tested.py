"""What a test wrote down: the call or expression that it checks, and what it expects of it."""

from __future__ import annotations

import ast
import builtins
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gadfly_analyzers.python_text import expression_of, module_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.execution.results import TestResult

_TRUTHS = {"assertTrue": True, "assertFalse": False}
_SAME = {"assertEqual", "assertEquals", "assertListEqual", "assertDictEqual", "assertIs", "assertAlmostEqual"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a test expects: ``actual`` in the test's own words, ``expected`` as a literal or as its text.

    ``free`` are names in ``actual`` that only mean something inside the test.
    ``written`` is the expected side in the test's words, where it computes that;
    ``truth`` tells that only true or false counts; ``close`` that small differences of numbers are allowed.
    """

    actual: str
    expected: str
    literal: bool
    free: tuple[str, ...] = ()
    truth: bool = False
    close: bool = False
    raises: bool = False
    written: str = ""


def expectation(test: TestResult, known: frozenset[str]) -> Expectation | None:
    """What the failing check of a test expects; ``known`` are the program's own names."""
    written = _from_source(test, known)
    if test.comparison and test.comparison.operator not in ("==", "is"):
        return written
    if written and written.truth and test.comparison and test.comparison.expected.type == "bool":
        return _filled_in(written, test.comparison.actual_source, known)
    expected = test.comparison.expected if test.comparison else test.expected
    actual = test.comparison.actual_source if test.comparison else test.actual_source
    if expected is None or not actual or (written and written.raises):
        return written
    if written and _is_literal_text(actual):  # a name of the test was filled in, and nothing is left to ask
        actual = written.actual
    if written and not written.truth and not expected.literal:
        return written
    close = test.comparison.close if test.comparison else bool(written and written.close)
    words = written.expected if written and not written.literal and not written.truth else ""
    return Expectation(actual, expected.text, expected.literal, _free(actual, known), close=close, written=words)


def _filled_in(written: Expectation, actual: str, known: frozenset[str]) -> Expectation:
    """A check of truth, with names of the test filled in where the run could."""
    if not written.free or _is_literal_text(actual):
        return written
    return replace(written, actual=actual, free=_free(actual, known))


def _from_source(test: TestResult, known: frozenset[str]) -> Expectation | None:
    try:
        tree = module_of(textwrap.dedent(test.source))
    except (SyntaxError, ValueError, RecursionError):
        return None
    checks = [node for node in ast.walk(tree) if _is_check(node)]
    first = test.first_line if tree.body else 0
    there = [c for c in checks if test.asserted_line in _lines(c, first)] or (checks if len(checks) == 1 else [])
    return _read(there[0], known) if there else None


def _lines(node: ast.AST, first: int) -> range:
    start, end = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0)
    return range(first + start - 1, first + end)


def _is_check(node: ast.AST) -> bool:
    if isinstance(node, ast.With):
        return any(_raised(item) for item in node.items)
    return isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and _method(node) in _SAME | _TRUTHS.keys())


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _raised(item: ast.withitem) -> str:
    call = item.context_expr
    if isinstance(call, ast.Call) and _method(call) in ("raises", "assertRaises") and call.args:
        return ast.unparse(call.args[0])
    return ""


def _read(check: ast.AST, known: frozenset[str]) -> Expectation | None:
    if isinstance(check, ast.With):
        inside = check.body[0]
        actual = ast.unparse(inside.value if isinstance(inside, (ast.Expr, ast.Assign)) else inside)
        return Expectation(actual, _raised(check.items[0]), False, _free(actual, known), raises=True)
    if isinstance(check, ast.Call):
        method = _method(check)
        if method in _TRUTHS and check.args:
            return _truth(check.args[0], _TRUTHS[method], known)
        return _equal(check.args[0], check.args[1], known) if len(check.args) > 1 else None
    assert isinstance(check, ast.Assert)
    return _asserted(check.test, known)


def _asserted(test: ast.expr, known: frozenset[str]) -> Expectation | None:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _truth(test.operand, False, known)
    one = isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.Is))
    if isinstance(test, ast.Compare) and one:
        return _equal(test.left, test.comparators[0], known)
    return _truth(test, True, known)


def _truth(expression: ast.expr, wanted: bool, known: frozenset[str]) -> Expectation:
    actual = ast.unparse(expression)
    return Expectation(actual, str(wanted), True, _free(actual, known), truth=True)


def _equal(left: ast.expr, right: ast.expr, known: frozenset[str]) -> Expectation:
    if (_is_literal(left) and not _is_literal(right)) or (
        not _is_literal(right)
        and any(n in known for n in _read_names(right)) > any(n in known for n in _read_names(left))
    ):
        left, right = right, left
    actual, close = ast.unparse(left), False
    if isinstance(right, ast.Call) and ast.unparse(right.func).endswith("approx") and right.args:
        right, close = right.args[0], True
    return Expectation(actual, ast.unparse(right), _is_literal(right), _free(actual, known), close=close)


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError):
        return False
    return True


def _is_literal_text(text: str) -> bool:
    try:
        return _is_literal(expression_of(text))
    except (SyntaxError, ValueError, RecursionError):
        return False


def _read_names(node: ast.AST) -> Iterator[str]:
    yield from (n.id for n in ast.walk(node) if isinstance(n, ast.Name))


def _free(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Names in an expression that neither the program, Python, nor the expression itself explains."""
    try:
        tree = expression_of(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    bound = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    bound |= {a.arg for a in ast.walk(tree) if isinstance(a, ast.arg)}
    names = dict.fromkeys(_read_names(tree))
    return tuple(n for n in names if n not in known and n not in bound and not hasattr(builtins, n))
