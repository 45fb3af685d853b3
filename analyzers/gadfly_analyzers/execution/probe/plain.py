"""Which tests say what they say by nothing but the answers that they get: those that can be judged elsewhere."""

from __future__ import annotations

import ast
from typing import Any, Iterator, Set

_PURE = frozenset(
    "abs all any bool bytes complex dict divmod enumerate filter float frozenset int isinstance len list map max min "
    "ord pow range repr reversed round set sorted str sum tuple zip approx raises".split()
)
_CHECKS = frozenset(
    "assertAlmostEqual assertCountEqual assertDictEqual assertEqual assertFalse assertGreater assertGreaterEqual "
    "assertIn assertIsInstance assertIsNone assertIsNotNone assertLess assertLessEqual assertListEqual "
    "assertNotAlmostEqual assertNotEqual assertNotIn assertRaises assertSetEqual assertTrue assertTupleEqual "
    "approx raises".split()
)
_OTHERWISE = (
    ast.AsyncFunctionDef, ast.Await, ast.Delete, ast.Global, ast.Import, ast.ImportFrom, ast.Lambda, ast.NamedExpr,
    ast.Nonlocal, ast.Try, ast.While, ast.Yield, ast.YieldFrom,
)  # fmt: skip
_DEFINED = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def functions(tree: ast.Module) -> "Set[str]":
    """Name the functions of a program whose every call is one of its own code: nothing wraps or replaces them."""
    found = {one.name for one in tree.body if isinstance(one, ast.FunctionDef) and is_simple(one)}
    bound = [name for statement in tree.body for name in names_bound(statement)]
    changed = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}
    return {name for name in found if bound.count(name) == 1} - changed


def is_simple(function: ast.FunctionDef) -> bool:
    """Tell whether a call of a function runs it, from beginning to end."""
    inside = (node for node in ast.walk(function) if isinstance(node, (ast.Yield, ast.YieldFrom)))
    return not function.decorator_list and next(inside, None) is None


def names_bound(statement: ast.stmt) -> "Iterator[str]":
    """Give the names that a statement at the top of a file may bind."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield statement.name
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]


def is_plain_file(tree: ast.Module) -> bool:
    """Tell whether loading a file of tests does nothing but define them."""
    return all(isinstance(one, _DEFINED) or is_value(one) for one in tree.body)


def is_value(statement: ast.stmt) -> bool:
    """Tell whether a statement is a text or gives a value a name."""
    if isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return not any(isinstance(node, ast.Call) for node in ast.walk(statement))
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def is_plain_test(function: ast.FunctionDef, known: "Set[str]") -> bool:
    """Tell whether a test does nothing but compare what functions of the program give."""
    return all(is_plain(node, known) for statement in function.body for node in ast.walk(statement))


def is_plain(node: ast.AST, known: "Set[str]") -> bool:
    """Tell whether a piece of a test has no other effect, and asks for no identity."""
    if isinstance(node, ast.Call):
        called: Any = node.func
        if isinstance(called, ast.Name):
            return called.id in _PURE or called.id in known
        return isinstance(called, ast.Attribute) and (called.attr in _CHECKS or called.attr in known)
    if isinstance(node, ast.Compare) and any(isinstance(one, (ast.Is, ast.IsNot)) for one in node.ops):
        return all(isinstance(one, ast.Constant) for one in node.comparators)
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        return isinstance(node.ctx, ast.Load)
    return not isinstance(node, _OTHERWISE)
