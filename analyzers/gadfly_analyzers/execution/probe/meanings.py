"""What names mean in a file of tests, by its text: the functions that it defines, and values that cannot change."""

from __future__ import annotations

import ast
from collections import Counter
from types import FunctionType
from typing import Any, Dict, Iterator, Set

from gadfly_analyzers.execution.probe import conftests, places

_FIXED = (int, float, complex, str, bytes, bool, type(None))
_FUNCTION = object()
_SETTING = ("dict", "multiple", "update")  # ways to set many names, each written before its value
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Methods(tuple):  # type: ignore[type-arg] # of texts; Python 3.9
    """The names of the methods of a class."""


def of_file(path: str) -> "Dict[str, Any]":
    """Give what each name at the top of a file means, of those that are bound once and that nobody there binds anew."""
    tree: Any = places.tree_of(path)
    anew = {name for one in (path, *conftests.above(path)) for name in set_later(places.tree_of(one))}
    found = {name: meaning for statement in tree.body for name, meaning in bound(statement, anew).items()}
    times = Counter(name for node in at_top(tree) for name in names_of(node))
    once = {name for name in found if times[name] == 1 and "*" not in times} - anew
    return {name: meaning for name, meaning in found.items() if name in once and not name.startswith("test")}


def set_later(tree: ast.AST) -> "Iterator[str]":
    """Give the names to which tests may give another meaning: as ``global``, as attributes, or by texts as in patches.

    Whoever patches writes a text that ends with the name, or the name before a value (``patch.dict(d, name=3)``).
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.rpartition(".")[2]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _SETTING:
            yield from (str(one.arg) for one in node.keywords)


def defines(path: str, top: str, name: str) -> bool:
    """Tell whether the function of a test is written in a file, at its top or in a class there, and is not brought."""
    own = (node for node in at_top(places.tree_of(path)) if getattr(node, "name", None) == top)
    inside = (ast.walk(node) if isinstance(node, ast.ClassDef) else (node,) for node in own)
    return any(isinstance(one, _FUNCTIONS) and one.name == name for nodes in inside for one in nodes)


def at_top(tree: ast.AST) -> "Iterator[ast.AST]":
    """Give all pieces of a file that are in no function and in no class, and these themselves."""
    waiting = list(ast.iter_child_nodes(tree))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def names_of(node: ast.AST) -> "Iterator[str]":
    """Give the name that a piece of a file may bind."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(getattr(node, "name", None), str):
        yield node.name  # type: ignore[attr-defined] # of a function, a class or what was caught


def bound(statement: ast.stmt, anew: "Set[str]") -> "Dict[str, Any]":
    """Give the name that a statement binds to something that is known without running it, and is not bound anew."""
    if isinstance(statement, ast.FunctionDef) and not statement.decorator_list:
        return {statement.name: _FUNCTION}
    if isinstance(statement, ast.ClassDef) and not statement.decorator_list:
        inside = [name for one in statement.body for name, what in bound(one, anew).items() if what is _FUNCTION]
        return {statement.name: Methods(name for name in inside if inside.count(name) == 1 and name not in anew)}
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        try:
            value = ast.literal_eval(statement.value)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            return {}
        return {statement.targets[0].id: value} if is_fixed(value) else {}
    return {}


def is_fixed(value: Any) -> bool:
    """Tell whether a value cannot be changed."""
    return isinstance(value, _FIXED) or (isinstance(value, tuple) and all(is_fixed(one) for one in value))


def hold(meanings: "Dict[str, Any]", names: "Dict[str, Any]", codes: "Set[int]") -> bool:
    """Tell whether names still stand for what they mean; none of the student's methods is run for that."""
    return all(holds(meaning, names.get(name), codes) for name, meaning in meanings.items())


def holds(meaning: Any, value: Any, codes: "Set[int]") -> bool:
    """Tell whether a value is what is meant."""
    if meaning is _FUNCTION:
        return type(value) is FunctionType and id(value.__code__) in codes
    if type(meaning) is Methods:
        return isinstance(value, type) and all(holds(_FUNCTION, vars(value).get(name), codes) for name in meaning)
    if type(meaning) is tuple:
        same = type(value) is tuple and len(value) == len(meaning)
        return same and all(holds(one, other, codes) for one, other in zip(meaning, value))  # noqa: B905 -- of 3.9
    return type(value) is type(meaning) and bool(value == meaning)
