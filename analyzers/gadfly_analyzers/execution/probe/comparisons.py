"""What a failing test expected and what it got instead, as values."""

from __future__ import annotations

import ast
import builtins
import types
import unittest
from typing import Any, Callable, Dict, List, Optional

from gadfly_analyzers.execution.probe import sides
from gadfly_analyzers.execution.probe.scopes import Scope, called_name
from gadfly_analyzers.execution.probe.values import snapshot

LONGEST_SOURCE = 200
UNREAD: Any = object()  # what is written out is no value
Picture = Dict[str, Any]
_METHODS_OF = (str, bytes, list, dict, tuple, set, frozenset, int, float)
_BUILTINS = frozenset(
    "abs all any bool bytes chr complex dict divmod enumerate filter float format frozenset hex int len list map max "
    "min oct ord pow range repr reversed round set sorted str sum tuple zip".split()
)


class Comparisons:
    """Remembers the comparisons of the running test that did not hold."""

    def __init__(self) -> None:
        self.seen: List[Picture] = []

    def begin(self) -> None:
        """Forget the last test."""
        self.seen = []

    def failed(self, operator: str, left: Any, right: Any) -> None:
        """Take a picture of both sides, as they are now."""
        self.seen.append({"operator": operator, "left": picture(left), "right": picture(right)})

    def watch_unittest(self) -> None:
        """Look on when an assertion method of ``unittest`` fails."""
        for name, operator in sides.UNITTEST.items():
            original = getattr(unittest.TestCase, name, None)
            if original is not None:
                setattr(unittest.TestCase, name, self.watched(original, operator))

    def watched(self, original: Callable[..., Any], operator: str) -> Callable[..., Any]:
        """Wrap one method."""
        comparisons = self

        def method(case: Any, first: Any, second: Any, *rest: Any, **options: Any) -> Any:
            count = len(comparisons.seen)
            try:
                return original(case, first, second, *rest, **options)
            except case.failureException:
                if len(comparisons.seen) == count:  # the innermost of assertion methods that call each other
                    comparisons.failed(operator, first, second)
                raise

        method.__name__ = original.__name__
        return method

    def described(self, scope: Scope, program: str, calls: List[Picture], failed: bool) -> Picture:
        """Tell the sides of the assertion at which the test stands; of one that did not hold, both values."""
        written = sides.sides_of(scope, program, len(self.seen))
        if written is None and not failed:
            scope, written = awaited(scope, program)
        if written is None:
            return {}
        told: Picture = {"actual_source": actual_source(written.actual, scope, calls)}
        expected = expected_of(written, scope, program)
        if not failed:
            return {**told, "expected": expected}
        seen = self.seen[-1] if self.seen else None
        actual = None
        if seen is not None:
            expected, actual = (seen["left"], seen["right"]) if written.left else (seen["right"], seen["left"])
        else:
            actual = computed(written, scope, calls)
        if expected is None or actual is None:
            return {**told, "expected": expected}
        source = text_of(sides.resolved(written.actual, scope)[0])
        comparison = {"operator": written.operator, "expected": expected, "actual": actual, "actual_source": source}
        return {**told, "expected": expected, "comparison": {**comparison, "close": written.close}}


def picture(value: Any) -> Picture:
    """Take a picture of a side; of ``pytest.approx(x)``, of x."""
    if type(value).__module__ == "_pytest.python_api" and hasattr(value, "expected"):
        value = value.expected
    return snapshot(value)


def written_out(failure: Picture) -> Picture:
    """Tell the sides of an example in a docstring, or of a file of expected output; what was printed is text."""
    read = text_picture if failure.get("printed") else value_picture
    expected = read(failure["want"])
    told: Picture = {"actual_source": failure["source"], "expected": expected}
    if "got" not in failure:
        return told
    actual = snapshot(None) if lacks_value(failure) else read(failure["got"])
    comparison = {"operator": "==", "expected": expected, "actual": actual}
    return {**told, "comparison": {**comparison, "actual_source": failure["source"], "close": False}}


def lacks_value(failure: Picture) -> bool:
    """Tell whether an example that should have a value has none: Python's prompt shows nothing for ``None``."""
    return not failure.get("printed") and not failure["got"] and value_of(failure["want"]) is not UNREAD


def text_picture(text: str) -> Picture:
    """Take a picture of what was printed."""
    return snapshot(text.rstrip())


def value_picture(text: str) -> Picture:
    """Take a picture of a value that was written out, or of the text if it is none."""
    value = value_of(text)
    return text_picture(text) if value is UNREAD else snapshot(value)


def value_of(text: str) -> Any:
    """Read a value that was written out; ``UNREAD`` if it is none."""
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return UNREAD


def awaited(scope: Scope, program: str) -> "Any":
    """Find the assertion that a statement such as ``result = f(2)`` prepares."""
    statement = scope.statement
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name) or not scope.function:
        return scope, None
    name = statement.targets[0].id
    for node in ast.walk(scope.function):
        if isinstance(node, ast.stmt) and node.lineno > statement.lineno and sides.asserted(node) is not None:
            if name in {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}:
                later = Scope(scope.frame, node.lineno, scope.outer)
                return later, sides.sides_of(later, program)
    return scope, None


def expected_of(written: sides.Sides, scope: Scope, program: str) -> Optional[Picture]:
    """Work out the expected side without the program."""
    node, place = sides.resolved(written.expected, scope)
    for expression, where in ((written.expected, scope), (node, place)):
        try:
            return picture(evaluate(expression, where, program))
        except Exception:  # it cannot be known: nothing is said about it
            continue
    return None


def evaluate(node: ast.expr, scope: Scope, program: str) -> Any:
    """Evaluate an expression if it is sure to do no more than compute a value, and without the program."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        pass
    if sides.touches(node, scope, program) or not is_pure(node, scope):
        raise ValueError("not without running code")
    code = compile(ast.fix_missing_locations(ast.Expression(node)), scope.path, "eval")
    return eval(code, dict(scope.frame.f_globals), dict(scope.frame.f_locals))  # noqa: S307 -- checked above


def is_pure(node: ast.expr, scope: Scope) -> bool:
    """Tell whether all names are known and all calls are of harmless functions."""
    for part in ast.walk(node):
        if isinstance(part, (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr, ast.Lambda)):
            return False
        if isinstance(part, ast.Name) and not scope.known(part.id) and part.id not in _BUILTINS:
            return isinstance(part.ctx, ast.Store)
        if isinstance(part, ast.Call) and not is_harmless(part, scope):
            return False
    return True


def is_harmless(node: ast.Call, scope: Scope) -> bool:
    """Tell whether a call is of a builtin, of a method of a builtin value, or of a function of some libraries."""
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in _BUILTINS and scope.value(function.id) in (None, getattr(builtins, function.id))
    if not isinstance(function, ast.Attribute):
        return False
    base = function.value
    if isinstance(base, ast.Name) and scope.known(base.id):
        value = scope.value(base.id)
        if isinstance(value, types.ModuleType):
            return value.__name__ in ("math", "json", "itertools", "string", "fractions", "decimal", "textwrap")
        return type(value) in _METHODS_OF
    return isinstance(base, (ast.Constant, ast.List, ast.Dict, ast.Tuple, ast.Set, ast.JoinedStr))


def computed(written: sides.Sides, scope: Scope, calls: List[Picture]) -> Optional[Picture]:
    """Find the value of the computed side where the test did not compare two objects: ``assert is_even(3)``."""
    node = written.actual
    if isinstance(node, ast.Name) and scope.known(node.id):
        return picture(scope.value(node.id))
    node, _ = sides.resolved(node, scope)
    call = call_of(node, calls)
    returned: Optional[Picture] = call["returned"] if call else None
    return returned


def call_of(node: ast.expr, calls: List[Picture]) -> Optional[Picture]:
    """Find the recorded call that an expression made."""
    if not isinstance(node, ast.Call):
        return None
    name = called_name(node)
    return next((call for call in reversed(calls) if call["function"].split(".")[-1] == name), None)


def actual_source(node: ast.expr, scope: Scope, calls: List[Picture]) -> str:
    """Write the computed side with the values of simple names filled in."""
    node, place = sides.resolved(node, scope)
    call = call_of(node, calls)
    if call is not None and call["literal"] and "." not in call["function"]:
        text: str = call["text"]
        return text
    filled = Filling(place).visit(ast.parse(text_of(node), mode="eval").body)
    return text_of(filled)


class Filling(ast.NodeTransformer):
    """Puts literals in the place of local names that have plain values."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def visit_Name(self, node: ast.Name) -> Any:
        value = self.scope.frame.f_locals.get(node.id)
        if type(value) in (int, float, str, bool, bytes) or (type(value) is tuple and snapshot(value)["literal"]):
            told = snapshot(value)
            if told["literal"] and isinstance(node.ctx, ast.Load):
                return ast.parse(told["text"], mode="eval").body
        return node


def text_of(node: ast.AST) -> str:
    """Write an expression, bounded."""
    return ast.unparse(node)[:LONGEST_SOURCE]
