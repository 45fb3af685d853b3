"""Whether what tests use of Python's own to compare with (``json.loads``, ``Mock``) is still what it was.

A test that reads what a program wrote, or watches what it called, does so by means of Python's own, and a program can
put others in their places. That is asked only of what the tests themselves use, of modules in which no program has to
change anything; and never of what tests, or what they import, speak of setting: they may.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
from operator import attrgetter, is_
from types import FunctionType, ModuleType
from typing import Any, Dict, Iterator, List, Sequence, Set, Tuple

from gadfly_analyzers.execution.probe import conftests, meanings, places, shadows

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

_COMPARING = frozenset(
    "ast collections copy csv dataclasses decimal difflib filecmp fractions io itertools json math operator pathlib re "
    "sqlite3 statistics string subprocess textwrap unittest.mock".split()
)
_BUILTINS = frozenset(
    "abs all any dict divmod enumerate filter float frozenset int isinstance len list map max min open range repr "
    "reversed round set sorted str sum tuple zip".split()
)
_BEHIND = {"json": "json.decoder"}  # where the work is done
_OF_OTHERS = "site-packages"
_GONE = object()
_codes = attrgetter("__code__")
Part = Tuple["Dict[str, Any]", List[str], List[Any]]  # what an owner has by name, the names, and what they stood for
Imports = List[Tuple[str, str, str]]  # a name in a file, the module it comes from, and its name there, if it is a part


class Tools:
    """Remembers how they were when it was made."""

    def __init__(self, tests: Sequence[str], folders: Sequence[str], program: str) -> None:
        self.files = {path for path in speaking(tests, folders) if path != program}
        nodes = [node for path in sorted(self.files) for node in ast.walk(places.tree_of(path))]
        spoken, own = set(names_set(nodes)), shadows.stem(program)
        reloads = any("reload" in (getattr(node, "attr", ""), getattr(node, "id", "")) for node in nodes)
        imports = {path: [one for one in imports_of(path) if first(one[1]) != own] for path in tests if not reloads}
        modules = {module for found in imports.values() for _, module, _ in found}
        for name in modules:
            shadows.usual(name)
        self.parts = [builtins_in(nodes, spoken), *(part for name in sorted(modules) for part in parts(name, spoken))]
        self.functions = [function_of(one) for *_, values in self.parts for one in values if is_function(one)]
        self.theirs = [one.__code__ for one in self.functions]
        self.names = {path: dict(named(found, spoken, path)) for path, found in imports.items()}

    def around(self, item: Any) -> "List[Part]":
        """Give all that a test may use: what its file imports stands for something of its own, too."""
        module, usual = getattr(item, "module", None), self.names.get(str(item.fspath), {})
        return [*self.parts, (vars(module), [*usual], [*usual.values()])] if module else self.parts

    def are_ours(self, parts: "List[Part]") -> bool:
        """Tell whether all is as it was, or was changed by who may; quick, for it is asked after each test."""
        same = all(map(is_, map(_codes, self.functions), self.theirs))
        return same and all(self.hold(*one) for one in parts)

    def hold(self, names: "Dict[str, Any]", known: "List[str]", values: "List[Any]") -> bool:
        """Tell whether names stand for what they did, or for something of those who may set them."""
        if all(map(is_, map(names.get, known), values)):
            return True
        now = ((names.get(name, _GONE), value) for name, value in zip(known, values))  # noqa: B905 -- of 3.9
        return all(one is value or self.may_be(one, value) for one, value in now)

    def may_be(self, value: Any, before: Any) -> bool:
        """Tell whether something is a test's own, of what tests import or somebody has installed, or of no use."""
        path = origin_of(value)
        return _OF_OTHERS in path or path in self.files or (callable(before) and not callable(value))


def origin_of(value: Any) -> str:
    """Give the file from which something comes; nothing if it comes from none."""
    function = function_of(value)
    if type(function) is FunctionType:
        return function.__code__.co_filename
    module = value if type(value) is ModuleType else None
    made = value if isinstance(value, type) else type(value)
    module = module or sys.modules.get(str(type.__dict__["__module__"].__get__(made)))
    return str(getattr(module, "__file__", ""))


def speaking(tests: Sequence[str], folders: Sequence[str]) -> "Iterator[str]":
    """Give the files that say how is tested: tests, each ``conftest.py`` around them, and what these import."""
    around = (os.path.join(folder, "conftest.py") for folder in folders if conftests.around(folder, tests))
    own = [*tests, *filter(os.path.isfile, around)]
    beside = shadows.beside(folders)
    yield from own
    yield from (beside[name] for name in sorted(shadows.imported(own) & beside.keys()))


def names_set(nodes: "Sequence[ast.AST]") -> "Iterator[str]":
    """Give the names that files may set in modules: those of attributes, of named arguments, and in texts."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (word.rpartition(".")[2] for word in node.value.split())


def imports_of(path: str) -> Imports:
    """List what a file of tests imports of modules with which tests compare, wherever it does so."""
    found: Imports = []
    for node in ast.walk(places.tree_of(path)):
        if isinstance(node, ast.Import):
            found += [(one.asname or first(one.name), one.name, "") for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inner = [(one, f"{node.module}.{one.name}") for one in node.names]
            found += [(one.asname or one.name, whole, "") for one, whole in inner if whole in _COMPARING]
            found += [(one.asname or one.name, node.module, one.name) for one, _ in inner]
    return [one for one in found if one[1] in _COMPARING]


def named(imports: Imports, spoken: "Set[str]", path: str) -> "Iterator[Tuple[str, Any]]":
    """Give what the names stand for that a file imports at its top, and binds once."""
    tree: Any = places.tree_of(path)
    bound = [name for node in meanings.at_top(tree) for name in meanings.names_of(node)]
    again = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names} | spoken
    for name, origin, part in imports:
        value: Any = sys.modules.get(origin if part or "." not in origin or name != first(origin) else name)
        value = getattr(value, part, _GONE) if part else value
        if bound.count(name) == 1 and "*" not in bound and name not in again and value not in (None, _GONE):
            yield name, value


def first(name: str) -> str:
    """Give what stands before the first point."""
    return name.partition(".")[0]


def builtins_in(nodes: "Sequence[ast.AST]", spoken: "Set[str]") -> Part:
    """List Python's own names that files use."""
    known = sorted({node.id for node in nodes if isinstance(node, ast.Name)} & _BUILTINS - spoken)
    return vars(builtins), known, [vars(builtins)[name] for name in known]


def parts(name: str, spoken: "Set[str]") -> "Iterator[Part]":
    """List what can be called in a module, and the methods of its own classes."""
    for module in (sys.modules.get(name), sys.modules.get(_BEHIND.get(name, ""))):
        if module is not None:
            own = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
            yield from (part(owner, spoken) for owner in (module, *own))


def part(owner: Any, spoken: "Set[str]") -> Part:
    """List what can be called of an owner."""
    names: Any = vars(owner)
    known = [name for name, value in names.items() if callable(value) and name not in spoken]
    return names, known, [names[name] for name in known]


def is_function(value: Any) -> bool:
    """Tell whether something is written in Python, and so can be changed inside."""
    return type(function_of(value)) is FunctionType


def function_of(value: Any) -> Any:
    """Give the function of a method, and all else as it is."""
    return getattr(value, "__func__", value) if isinstance(value, (staticmethod, classmethod)) else value
