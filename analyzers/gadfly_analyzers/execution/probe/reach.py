"""Whether a program has any means to reach for the test run itself: most have none, and need no watching."""

from __future__ import annotations

import ast
from typing import Dict, Iterator, List, Sequence

from gadfly_analyzers.execution.probe import making, shadows

PLAIN = frozenset(
    "__future__ abc bisect calendar cmath collections copy csv dataclasses datetime decimal enum fractions functools "
    "heapq itertools math numbers random re statistics string textwrap time typing".split()
)
_POWERFUL = frozenset(
    "__import__ breakpoint compile delattr eval exec get_type_hints getattr globals help locals setattr vars".split()
)
# What looks up or sets attributes by names in texts, or runs texts, in modules that are plain otherwise.
_BY_NAME = frozenset(
    "ForwardRef Formatter __prepare__ _attr_type _cls_type _convert_ _create_ _evaluate bltns dispatch_table "
    "evaluate_forward_ref global_enum make_dataclass singledispatch singledispatchmethod update_wrapper wraps".split()
)
_INSIDE = frozenset(
    "ag_code ag_frame builtins cr_code cr_frame f_back f_builtins f_code f_globals f_locals gi_code gi_frame inspect "
    "modules mro obj os sys tb_frame tb_next types".split()  # of an AttributeError, `obj` is what had no such attribute
)
# Names of modules that stand in some of them for something else.
_NO_MODULES = frozenset(
    [
        *(("bisect", "bisect"), ("calendar", "calendar"), ("collections", "abc"), ("copy", "copy")),
        *(("datetime", "datetime"), ("datetime", "time"), ("random", "random"), ("time", "time")),
    ]
)
_OF_CLASSES = frozenset(
    "__name__ __doc__ __class__ __init__ __str__ __repr__ __eq__ __lt__ __len__ __iter__ __next__ __contains__ "
    "__add__ __sub__ __mul__ __getitem__ __setitem__ __hash__ __enter__ __exit__ __call__ __file__".split()
)
_SAYS_WHO = frozenset(["__name__", "__doc__"])  # which may be set, as decorators do
_BINDING = (ast.ExceptHandler, *(getattr(ast, name) for name in dir(ast) if name.startswith("Match")))  # 3.9 has none
_OF_RECORDS = frozenset("_asdict _field_defaults _fields _make _replace".split())  # named tuples


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
    nodes = list(ast.walk(tree))
    modules = set(imported(nodes))
    plain = PLAIN - shadows.beside(folders).keys() - shadows.packages(folders)
    if any(name.partition(".")[0] not in plain for name in modules):
        return True
    named = aliases(nodes)
    if any(is_powerful(node, named) for node in nodes) or hands_about(nodes) or takes_private(nodes):
        return True
    return making.makes_classes(nodes) or ("dataclasses" in modules and making.renames_fields(nodes))


def imported(nodes: "Sequence[ast.AST]") -> "Iterator[str]":
    """Give the modules that are imported; a relative import counts as one of an unknown module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.module and not node.level else "?"


def aliases(nodes: "Sequence[ast.AST]") -> "Dict[str, str]":
    """Give the names that stand for modules and what comes from them, each with the name that it has there."""
    imports = [node for node in nodes if isinstance(node, ast.Import)]
    parts = [alias for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
    modules = [
        (alias.asname or first_part(alias.name), first_part(alias.name)) for each in imports for alias in each.names
    ]
    return dict([*((alias.asname or alias.name, alias.name) for alias in parts), *modules])


def first_part(name: str) -> str:
    """Give what stands before the first point."""
    return name.partition(".")[0]


def hands_about(nodes: "Sequence[ast.AST]") -> bool:
    """Tell whether a module is used otherwise than for what it has, or ``type`` than for one value's class.

    Who holds them by another name is not seen.
    """
    imports = [node for node in nodes if isinstance(node, ast.Import)]
    held = {"type", *((one.asname or one.name).partition(".")[0] for node in imports for one in node.names)}
    asked = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    asked |= {id(node.func) for node in nodes if isinstance(node, ast.Call) and is_of_one(node)}
    return any(isinstance(node, ast.Name) and node.id in held and id(node) not in asked for node in nodes)


def is_of_one(call: ast.Call) -> bool:
    """Tell whether a call asks for the class of a value: with more, ``type`` makes one, with any names in it."""
    return getattr(call.func, "id", "") == "type" and len(call.args) == 1 and not call.keywords


def takes_private(nodes: "Sequence[ast.AST]") -> bool:
    """Tell whether a program asks for an attribute that is private, and gives none of that name itself."""
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr.startswith("_")]
    own = {node.attr for node in attributes if not isinstance(node.ctx, ast.Load)}
    own |= {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    own |= {node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))}
    return any(node.attr not in own | _OF_CLASSES | _OF_RECORDS for node in attributes)


def is_powerful(node: ast.AST, named: "Dict[str, str]") -> bool:
    """Tell whether a piece of a program could lead out of it."""
    if isinstance(node, ast.Name):
        return node.id in _POWERFUL | _BY_NAME or is_special(node.id)
    if isinstance(node, (ast.ImportFrom, ast.alias)):
        return brings(node)
    if isinstance(node, ast.keyword):
        return node.arg == "metaclass" and not is_of_abc(node.value)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return node.name in _BY_NAME or not making.is_usual(node.name)
    if isinstance(node, ast.Attribute):
        return is_inside(node.attr) or changes(node, named) or is_within(node, named)
    return isinstance(node, _BINDING) and any(is_special(name) or is_inside(name) for name in names_bound(node))


def brings(node: "ast.ImportFrom | ast.alias") -> bool:
    """Tell whether an import brings what a module keeps for itself, or what leads on."""
    if isinstance(node, ast.alias):
        return (node.name.startswith("_") and node.name != "__future__") or is_special(node.asname or "")
    return any(leads_on(str(node.module), alias.name) for alias in node.names)


def is_special(name: str) -> bool:
    """Tell whether a name is one of those that Python itself looks up."""
    return name.startswith("__") and name not in ("__name__", "__file__", "__doc__")


def names_bound(node: ast.AST) -> "List[str]":
    """Give the names that a ``case`` or an ``except`` binds, and attributes that it asks for (``case A(name=x)``)."""
    return [*getattr(node, "kwd_attrs", ()), *(str(getattr(node, field, None) or "") for field in ("name", "rest"))]


def is_inside(name: str) -> bool:
    """Tell whether an attribute of anything leads out of the program."""
    return name in _INSIDE | _POWERFUL | _BY_NAME or (name.startswith("__") and name not in _OF_CLASSES)


def changes(node: ast.Attribute, named: "Dict[str, str]") -> bool:
    """Tell whether a program sets or deletes what belongs to a module, or what Python itself looks up."""
    if isinstance(node.ctx, ast.Load):
        return False
    return root_of(node) in named or (node.attr.startswith("__") and node.attr not in _SAYS_WHO)


def is_within(node: ast.Attribute, named: "Dict[str, str]") -> bool:
    """Tell whether an attribute is what a module keeps for itself, or another module that it uses."""
    root = root_of(node)
    if root not in named:
        return False
    is_first = isinstance(node.value, ast.Name)
    hidden = node.attr.startswith("_") and (is_first or node.attr not in _OF_CLASSES)
    return hidden or (is_first and leads_on(named[root], node.attr))


def root_of(node: ast.AST) -> str:
    """Give the name at which a chain of attributes begins."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def leads_on(module: str, name: str) -> bool:
    """Tell whether a module's name stands for one of the modules that it uses itself, or for what is as powerful."""
    is_module = name in shadows.STANDARD and (first_part(module), name) not in _NO_MODULES
    return is_module or name in _INSIDE | _POWERFUL | _BY_NAME


def is_of_abc(value: ast.AST) -> bool:
    """Tell whether a metaclass is the usual one of abstract classes."""
    return "ABCMeta" in (getattr(value, "id", ""), getattr(value, "attr", ""))
