"""Whether a program is another one about something else: the same statements with other names and values."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

_VALUES = (ast.List, ast.Tuple, ast.Set)


def shape(tree: ast.AST) -> tuple[str, ...]:
    """Give a tree in the order of its text, its own names numbered as they come and its values as what kind they are.

    What Python or a type names stays as it is: functions that are built in, methods and the names of arguments. A list,
    tuple or set of values of one kind is that, however many there are.
    """
    return tuple(_of(tree, {}))


def _of(value: object, names: dict[str, str]) -> Iterator[str]:
    if isinstance(value, ast.Constant):
        yield type(value.value).__name__ if _is_free(value) else repr(value.value)
    elif isinstance(value, _VALUES) and value.elts and all(map(_is_free, value.elts)):
        kinds = {type(each.value).__name__ for each in value.elts if isinstance(each, ast.Constant)}
        yield f"{type(value).__name__} of {sorted(kinds)}"
    elif isinstance(value, ast.AST):
        yield type(value).__name__
        for field, part in ast.iter_fields(value):
            is_own = field in ("id", "name") or (field == "arg" and isinstance(value, ast.arg))
            yield from (_named(part, names),) if is_own and isinstance(part, str) else _of(part, names)
    elif isinstance(value, list):
        yield "["
        for each in value:
            yield from _of(each, names)
        yield "]"
    elif value is not None:
        yield repr(value)


def _is_free(node: ast.AST) -> bool:
    """Tell whether a value may be another one: a number or a text, but not what Python has just one of."""
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, (int, float, str)) and node.value not in (True, False)
    )


def _named(name: str, names: dict[str, str]) -> str:
    return name if name in vars(builtins) else names.setdefault(name, f"name {len(names)}")
