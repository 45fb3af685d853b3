"""Whether what tests use of Python's own to compare with (``json.loads``, ``Mock``) is still what it was.

A test that reads what a program wrote, or watches what it called, does so by means of Python's own, and a program can
put others in their places. That is asked only of what the tests themselves use, of modules in which no program has to
change anything, and never of what tests speak of setting. Who did it is seen by what stands there now: something of the
program's, or something of Python's where the program's text sets that name.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
from collections import Counter
from operator import attrgetter, is_
from types import FunctionType, ModuleType
from typing import Any, Dict, Iterator, List, Sequence, Set, Tuple

from gadfly_analyzers.execution.probe import conftests, meanings, places, reach, shadows

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
_GONE = object()
_codes = attrgetter("__code__")
Part = Tuple["Dict[str, Any]", List[str], List[Any]]  # what an owner has by name, the names, and what they stood for
Import = Tuple[str, str, str]  # a name in a file, the module it comes from, and its name there, if it is a part


class Tools:
    """Remembers how they were when it was made."""

    def __init__(self, tests: Sequence[str], folders: Sequence[str], program: str) -> None:
        self.program, self.files = program, {*speaking(tests, folders)} - {program}
        self.theirs = set(names_set(nodes_of([program])))
        nodes = nodes_of(sorted(self.files))
        spoken = set(names_set(nodes))
        used = {*names_used(nodes)} - spoken
        imports = {path: [*imports_of(path, shadows.stem(program))] for path in tests if program not in tests}
        modules = sorted({module for found in imports.values() for _, module, _ in found})
        for name in modules:
            shadows.usual(name)
        own = [builtins_in(used)] if imports else []
        self.parts = [*own, *(part for name in modules for part in parts(name, used, spoken))]
        self.functions = [function_of(one) for *_, values in self.parts for one in values if is_function(one)]
        self.codes = [one.__code__ for one in self.functions]
        self.names = {path: dict(named(found, path, spoken)) for path, found in imports.items()}

    def around(self, item: Any) -> "List[Part]":
        """Give all that a test may use: what its file imports stands for something of its own, too."""
        module, usual = getattr(item, "module", None), self.names.get(str(item.fspath), {})
        return [*self.parts, (vars(module), [*usual], [*usual.values()])] if module else self.parts

    def are_ours(self, parts: "List[Part]") -> bool:
        """Tell whether all is as it was, or was changed by who may; quick, for it is asked after each test."""
        same = all(map(is_, map(_codes, self.functions), self.codes))
        return same and all(self.hold(*one) for one in parts)

    def hold(self, names: "Dict[str, Any]", known: "List[str]", values: "List[Any]") -> bool:
        """Tell whether names stand for what they did, or for something of those who may set them."""
        if all(map(is_, map(names.get, known), values)):
            return True
        now = ((name, names.get(name, _GONE), value) for name, value in zip(known, values))  # noqa: B905 -- of 3.9
        return not any(one is not value and self.is_forged(name, one, value) for name, one, value in now)

    def is_forged(self, name: str, value: Any, before: Any) -> bool:
        """Tell whether the program put something there that serves; what is gone, or cannot be called, does not."""
        if value is _GONE or (callable(before) and not callable(value)):
            return False
        path = origin_of(value)
        return path == self.program or (name in self.theirs and path not in self.files)


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


def nodes_of(paths: "Sequence[str]") -> "List[ast.AST]":
    """List all that stands in files."""
    return [node for path in paths for node in ast.walk(places.tree_of(path))]


def names_set(nodes: "Sequence[ast.AST]") -> "Iterator[str]":
    """Give the names that files may set in modules: those of attributes, of named arguments, and in texts."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.rpartition(".")[2]


def names_used(nodes: "Sequence[ast.AST]") -> "Iterator[str]":
    """Give the names that files use, of their own or of something."""
    for node in nodes:
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (one.name for one in node.names)


def imports_of(path: str, program: str) -> "Iterator[Import]":
    """List what a file of tests imports at its top of modules with which tests compare."""
    tree: Any = places.tree_of(path)
    for node in tree.body:
        if isinstance(node, ast.Import):
            found = [(one.asname or reach.first_part(one.name), one.name, "") for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found = [part_of(node.module, one) for one in node.names]
        else:
            found = []
        yield from (one for one in found if one[1] in _COMPARING and reach.first_part(one[1]) != program)


def part_of(module: str, alias: ast.alias) -> Import:
    """Tell what a name from a module stands for: a module in it, or a part of it."""
    name, inner = alias.asname or alias.name, f"{module}.{alias.name}"
    return (name, inner, "") if inner in _COMPARING else (name, module, alias.name)


def named(imports: "List[Import]", path: str, spoken: "Set[str]") -> "Iterator[Tuple[str, Any]]":
    """Give what the names stand for that a file imports at its top, and binds once."""
    tree = places.tree_of(path)
    times = Counter(name for node in meanings.at_top(tree) for name in meanings.names_of(node))
    again = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names} | spoken
    for name, module, part in imports:
        whole = sys.modules.get(module if part or name != reach.first_part(module) else name)
        value = getattr(whole, part, None) if part else whole
        if times[name] == 1 and "*" not in times and name not in again and value is not None:
            yield name, value


def builtins_in(used: "Set[str]") -> Part:
    """List Python's own names that files use."""
    known = sorted(used & _BUILTINS)
    return vars(builtins), known, [vars(builtins)[name] for name in known]


def parts(name: str, used: "Set[str]", spoken: "Set[str]") -> "Iterator[Part]":
    """List what files use of a module, with what works inside it, and the methods of its own classes."""
    for module in (sys.modules.get(name), sys.modules.get(_BEHIND.get(name, ""))):
        if module is not None:
            yield part(module, {one for one in vars(module) if one in used or one.startswith("_")})
            own = (one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__)
            yield from (part(one, vars(one).keys() - spoken) for one in own)


def part(owner: Any, wanted: "Set[str]") -> Part:
    """List what can be called of an owner."""
    names: Any = vars(owner)
    known = [name for name, value in names.items() if callable(value) and name in wanted]
    return names, known, [names[name] for name in known]


def is_function(value: Any) -> bool:
    """Tell whether something is written in Python, and so can be changed inside."""
    return type(function_of(value)) is FunctionType


def function_of(value: Any) -> Any:
    """Give the function of a method, and all else as it is."""
    return getattr(value, "__func__", value) if isinstance(value, (staticmethod, classmethod)) else value
