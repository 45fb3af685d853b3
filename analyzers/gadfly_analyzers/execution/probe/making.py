"""Whether a program can make classes, functions or fields with names out of texts, where Python expects written ones.

Who can do so comes by any attribute of anything: Python looks up what such a class says about itself, and
``dataclasses`` compiles the names of fields.
"""

from __future__ import annotations

import ast
from typing import Any, Iterator, Sequence, Set

_USUAL = frozenset(
    "init new del repr str bytes format lt le eq ne gt ge hash bool call len length_hint getitem setitem delitem "
    "missing iter reversed contains next add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or "
    "neg pos abs invert complex int float index round trunc floor ceil enter exit aenter aexit aiter anext await "
    "post_init copy deepcopy radd rsub rmul rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand rxor "
    "ror iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior".split()
)
_BASES = frozenset("Enum IntEnum StrEnum ReprEnum Flag IntFlag TypedDict".split())  # called, they make classes
_WORDS = frozenset("isinstance issubclass print str repr".split())  # what tells of a class, and hands it to nobody
_NUMBERS = [ast.dump(ast.parse(text, mode="eval").body) for text in ("auto()", "enum.auto()")]
_TYPES = frozenset("int float complex str bytes bool list dict set tuple frozenset object type".split())


def is_usual(name: str) -> bool:
    """Tell whether a method is one by which classes usually say what operators and builtins do with their objects."""
    return not (name.startswith("__") and name.endswith("__")) or name[2:-2] in _USUAL


def renames_fields(nodes: "Sequence[ast.AST]") -> bool:
    """Tell whether a program gives anything a ``name``: one of a field of a data class is compiled."""
    stored = (node for node in nodes if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load))
    return any(node.attr == "name" for node in stored)


def makes_classes(nodes: "Sequence[ast.AST]") -> bool:
    """Tell whether a program uses what makes classes otherwise than to say what is of which class."""
    makers = [node for node in nodes if is_maker(node)]
    if not makers:
        return any(looks_by_position(node) for node in nodes)
    own = bound(nodes)
    harmless = {id(one) for node in nodes for one in harmless_in(node, own)}
    are_harmless = all(id(node) in harmless for node in makers)
    if not are_harmless or any(looks_by_position(node) for node in nodes):
        return True
    own = bound([node for node in nodes if not isinstance(node, ast.alias) or node.asname])
    numbers = _NUMBERS if own.isdisjoint(("auto", "enum")) else ()
    return any(is_without_members(node, numbers) for node in nodes)


def is_maker(node: ast.AST) -> bool:
    """Tell whether a piece of a program gives a class of classes, or what makes classes when it is called."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "type"
    if isinstance(node, ast.alias):
        return node.asname is not None and names_maker(node.name)
    name = getattr(node, "id", None) or getattr(node, "attr", None) or ""
    return name == "__class__" or names_maker(name)


def names_maker(name: str) -> bool:
    """Tell whether a name stands for what makes classes."""
    return name in _BASES or name.endswith(("Meta", "EnumType"))


def harmless_in(node: ast.AST, own: "Set[str]") -> "Iterator[ast.AST]":
    """Give the pieces in which a class is only derived from, named or compared with others."""
    if isinstance(node, ast.ClassDef):
        yield from node.bases
        yield from (one.value for one in node.keywords if one.arg == "metaclass")
    elif isinstance(node, ast.Attribute) and node.attr in ("__name__", "__doc__"):
        yield node.value
    elif isinstance(node, ast.FormattedValue):
        yield node.value
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in _WORDS - own:
        yield from node.args
    elif isinstance(node, ast.Compare) and all(is_class(side, own) for side in (node.left, *node.comparators)):
        yield from (node.left, *node.comparators)


def is_class(node: ast.AST, own: "Set[str]") -> bool:
    """Tell whether one side of a comparison is a class, which hands the other one to nobody."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(is_class(one, own) for one in node.elts)
    return is_maker(node) or getattr(node, "id", "") in _TYPES - own


def bound(nodes: "Sequence[ast.AST]") -> "Set[str]":
    """Name what a program gives a meaning of its own."""
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    named = {str(getattr(node, field, None)) for node in nodes for field in ("name", "asname", "arg", "rest")}
    return stored | named


def looks_by_position(node: ast.AST) -> bool:
    """Tell whether a ``case`` has attributes looked up that its class names, as in ``case Point(x, y)``."""
    return type(node).__name__ == "MatchClass" and bool(getattr(node, "patterns", ()))


def is_without_members(node: ast.AST, numbers: "Sequence[str]") -> bool:
    """Tell whether a class is an enumeration that may have no members: called, it makes another one that has."""
    if not isinstance(node, ast.ClassDef) or not any(is_enumeration(base) for base in node.bases):
        return False
    ignores = any("_ignore_" in names_given(one) for one in node.body)
    return ignores or not any(is_member(one, numbers) for one in node.body)


def is_enumeration(base: ast.AST) -> bool:
    """Tell whether a class of which another one is made makes classes itself; what is of a ``TypedDict`` does not."""
    return is_maker(base) and "TypedDict" not in (getattr(base, "id", ""), getattr(base, "attr", ""))


def is_member(statement: ast.stmt, numbers: "Sequence[str]") -> bool:
    """Tell whether a statement of an enumeration makes a member for certain: functions and bare annotations do not."""
    names = names_given(statement)
    value = getattr(statement, "value", None)
    return bool(names) and not any(name.startswith("_") for name in names) and is_constant(value, numbers)


def names_given(statement: ast.stmt) -> "Sequence[str]":
    """Give the names to which a statement gives one value."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
        return []
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def is_constant(value: Any, numbers: "Sequence[str]") -> bool:
    """Tell whether a value is written out, or one of those that give the next of an enumeration's ``numbers``."""
    if isinstance(value, ast.Tuple):
        return all(is_constant(one, numbers) for one in value.elts)
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.operand, ast.Constant)
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Call) and ast.dump(value) in numbers)
