"""Whether a program has any means to reach for the test run itself: most have none, and need no watching."""

from __future__ import annotations

import ast
from typing import Iterator, Sequence, Set

from gadfly_analyzers.execution.probe import shadows

PLAIN = frozenset(
    "__future__ abc bisect calendar cmath collections copy csv dataclasses datetime decimal enum fractions functools "
    "heapq itertools math numbers random re statistics string textwrap time typing".split()
)
_POWERFUL = frozenset(
    "__import__ breakpoint compile delattr eval exec get_type_hints getattr globals locals setattr vars".split()
)
_INSIDE = frozenset(
    "ag_frame builtins cr_frame f_back f_builtins f_code f_globals f_locals gi_frame inspect modules os sys tb_frame "
    "tb_next types".split()
)
_OF_CLASSES = frozenset(
    "__name__ __doc__ __class__ __init__ __str__ __repr__ __eq__ __lt__ __len__ __iter__ __next__ __contains__ "
    "__add__ __sub__ __mul__ __getitem__ __setitem__ __hash__ __enter__ __exit__ __call__ __file__".split()
)


def reaches(path: str, folders: Sequence[str] = ()) -> bool:
    """Tell whether a program imports, names or touches anything by which it could; if unreadable, it might."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return can_reach(tree, folders)


def can_reach(tree: ast.AST, folders: Sequence[str] = ()) -> bool:
    """Tell the same of a program that is read already.

    What is plain of Python's own is not, where a file of that name lies in the folders.
    """
    modules = set(imported(tree))
    plain = PLAIN - shadows.beside(folders).keys() - shadows.packages(folders)
    if any(name.partition(".")[0] not in plain for name in modules):
        return True
    named = {name.partition(".")[0] for name in modules} | set(aliases(tree))
    return any(is_powerful(node, named) for node in ast.walk(tree))


def imported(tree: ast.AST) -> "Iterator[str]":
    """Give the modules that are imported; a relative import counts as one of an unknown module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.module and not node.level else "?"


def aliases(tree: ast.AST) -> "Iterator[str]":
    """Give the names that stand for modules and what comes from them."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in node.names)


def is_powerful(node: ast.AST, named: "Set[str]") -> bool:
    """Tell whether a piece of a program could lead out of it."""
    if isinstance(node, ast.Name):
        return node.id in _POWERFUL or (node.id.startswith("__") and node.id not in ("__name__", "__file__", "__doc__"))
    if isinstance(node, ast.alias):
        return (node.name.startswith("_") and node.name != "__future__") or node.name in _INSIDE | _POWERFUL
    if not isinstance(node, ast.Attribute):
        return False
    if node.attr in _INSIDE | _POWERFUL or (node.attr.startswith("__") and node.attr not in _OF_CLASSES):
        return True
    of_module = isinstance(node.value, ast.Name) and node.value.id in named
    return of_module and (node.attr.startswith("_") or not isinstance(node.ctx, ast.Load))
