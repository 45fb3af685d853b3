"""Which tests say what they say by nothing but the answers that they get: those that can be judged elsewhere."""

from __future__ import annotations

import ast
import builtins
from typing import Any, Dict, Iterator, List, Sequence, Set

_PURE = frozenset(
    "abs all any bool bytes complex dict divmod enumerate filter float frozenset int isinstance len list map max min "
    "ord pow range repr reversed round set sorted str sum tuple zip approx raises isclose".split()
)
_CHECKS = frozenset(
    "assertAlmostEqual assertCountEqual assertDictEqual assertEqual assertFalse assertGreater assertGreaterEqual "
    "assertIn assertIsInstance assertIsNone assertIsNotNone assertLess assertLessEqual assertListEqual "
    "assertMultiLineEqual assertNotAlmostEqual assertNotEqual assertNotIn assertRaises assertSequenceEqual "
    "assertSetEqual assertTrue assertTupleEqual approx raises subTest isclose isnan sqrt".split()
)
# Methods of Python's own values that change nothing.
_METHODS = frozenset(
    "capitalize count decode encode endswith find format get index is_integer isalpha isdigit islower isspace isupper "
    "items join keys lower lstrip replace rstrip split splitlines startswith strip title upper values".split()
)
_LOADING = frozenset("abspath dirname getcwd insert append join parent resolve realpath Path importorskip".split())
_MATCH = getattr(ast, "Match", ast.Try)  # which 3.9 does not have
_OTHERWISE = (
    ast.AsyncFunctionDef, ast.Await, ast.ClassDef, ast.Delete, ast.FunctionDef, ast.Global, ast.Import, ast.ImportFrom,
    ast.Lambda, ast.NamedExpr, ast.Nonlocal, ast.Try, ast.While, ast.Yield, ast.YieldFrom, _MATCH,
)  # fmt: skip
# What tests may use of what is not theirs: it looks at nothing but what it is given.
_HARMLESS = {
    "pytest": frozenset("approx mark param raises".split()),
    "math": frozenset("ceil e floor inf isclose isfinite isinf isnan nan pi sqrt".split()),
}
_DEFINED = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


class Known:
    """How a file of tests speaks of the program, and of whatever else is more than a value of its own.

    ``names`` are what it imports from the program, ``modules`` names of the program itself; ``foreign`` are all names
    that stand for more than a value of the file, of which ``harmless`` may be used for what they are.
    """

    def __init__(self, names: "Dict[str, str]", modules: "Set[str]", foreign: "Set[str]", harmless: "Set[str]") -> None:
        self.names, self.modules, self.foreign, self.harmless = names, modules, foreign, harmless

    def asked(self, call: ast.Call) -> str:
        """Name what a call asks of the program, as it is called there; nothing if it asks something else."""
        called: Any = call.func
        if isinstance(called, ast.Name):
            return self.names.get(called.id, "")
        is_attribute = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
        return str(called.attr) if is_attribute and called.value.id in self.modules else ""

    def asks_in(self, node: ast.AST) -> "Iterator[ast.Call]":
        """Give the calls in a piece of a test that ask something of the program."""
        return (one for one in inside(node) if isinstance(one, ast.Call) and self.asked(one))

    def names_asked(self, parts: "Sequence[ast.AST]") -> "Set[str]":
        """Give the names by which a test asks."""
        called: Any = (call.func for part in parts for call in self.asks_in(part))
        return {one.id if isinstance(one, ast.Name) else one.value.id for one in called}

    def is_foreign(self, node: ast.AST, asked: "Set[int]") -> bool:
        """Tell whether a piece of a file has to do with more than values, apart from what is ``asked`` or harmless."""
        nodes = list(inside(node))
        usual = {id(one.value) for one in nodes if isinstance(one, ast.Attribute) and dotted(one) in self.harmless}
        names = (one for one in nodes if isinstance(one, ast.Name) and id(one) not in asked | usual)
        return any(one.id in self.foreign - self.harmless for one in names)


def inside(node: ast.AST) -> "Iterator[ast.AST]":
    """Walk through a piece of a file; of a function, through what it does: its decorators may be very long."""
    parts = node.body if isinstance(node, ast.FunctionDef) else [node]
    return (one for part in parts for one in ast.walk(part))


def dotted(node: ast.Attribute) -> str:
    """Write an attribute of a name as it is written."""
    return f"{getattr(node.value, 'id', '')}.{node.attr}"


def known_in(tests: Any, program: Any, stem: str) -> Known:
    """Read how a file of tests speaks of the program, as far as it gives these names no other meaning."""
    imports = [one for one in tests.body if isinstance(one, ast.Import)]
    froms = [one for one in tests.body if isinstance(one, ast.ImportFrom)]
    of_program = [one for one in froms if (one.module or "").rpartition(".")[2] == stem]
    names = {one.asname or one.name: one.name for each in of_program for one in each.names if one.name != "*"}
    modules = {one.asname or one.name for each in imports for one in each.names if one.name == stem}
    takes_all = any(one.names[0].name == "*" for one in of_program)
    bound = [name for statement in tests.body for name in names_bound(statement)]
    more = names_anywhere(program) if takes_all else set()
    names.update({name: name for name in exported(program) if takes_all and name not in bound})
    once = {name for name in bound if bound.count(name) == 1} - more
    known = Known(
        {name: origin for name, origin in names.items() if bound.count(name) <= 1},
        {name for name in modules if bound.count(name) == 1},
        more | {name for one in tests.body if isinstance(one, _DEFINED) for name in names_bound(one)},
        {name for name in harmless_in(imports, froms) if name.partition(".")[0] in once},
    )
    spread(known, tests)
    return known


def harmless_in(imports: "Sequence[ast.Import]", froms: "Sequence[ast.ImportFrom]") -> "Iterator[str]":
    """Name, as a file of tests does, what it may use of what is not its own."""
    for one in (alias for node in imports for alias in node.names):
        yield from (f"{one.asname or one.name}.{each}" for each in _HARMLESS.get(one.name, ()))
    for node in froms:
        usual = _HARMLESS.get(node.module or "", ()) if not node.level else ()
        yield from (one.asname or one.name for one in node.names if one.name in usual)


def spread(known: Known, tests: Any) -> None:
    """Count the values of a file as foreign that have to do with what is."""
    for statement in tests.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Expr)) and known.is_foreign(statement, set()):
            known.foreign.update({one.id for one in ast.walk(statement) if isinstance(one, ast.Name)} - _PURE)


def exported(program: Any) -> "Set[str]":
    """Name what a test may have of a program by importing all of it, but for what may as well be Python's own."""
    return {name for name in names_anywhere(program) - set(dir(builtins)) if not name.startswith("__")}


def names_for_sure(program: Any) -> "Set[str]":
    """Give the names that a program binds whatever comes, and keeps."""
    kinds = (*_DEFINED, ast.AsyncFunctionDef, ast.Assign, ast.AugAssign)
    removed = {one.id for one in ast.walk(program) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Del)}
    return {name for one in program.body if isinstance(one, kinds) for name in names_bound(one)} - removed


def names_anywhere(program: Any) -> "Set[str]":
    """Give the names to which a program may give a meaning of its own, however deep the statements stand."""
    found = {name for node in ast.walk(program) if isinstance(node, ast.Global) for name in node.names}
    waiting: List[Any] = [*program.body]
    for node in waiting:
        if isinstance(node, ast.Import):
            found |= {one.asname or one.name for one in node.names if one.asname and one.asname != one.name}
        else:
            found |= set(names_bound(node)) if isinstance(node, ast.stmt) else set()
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            waiting += [one for one in ast.iter_child_nodes(node) if not isinstance(one, (ast.expr, ast.alias))]
    return found


def names_bound(statement: ast.AST) -> "Iterator[str]":
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
    return all(isinstance(one, _DEFINED) or is_value(one) or is_for_scripts(one) for one in tree.body)


def is_value(statement: ast.stmt) -> bool:
    """Tell whether a statement is a text, gives a value a name or says where modules are found."""
    if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Expr)):
        return all(is_harmless(node) for node in ast.walk(statement) if isinstance(node, ast.Call))
    return False


def is_harmless(call: ast.Call) -> bool:
    """Tell whether a call at the top of a file has nothing to do with the program."""
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    is_mark = "mark" in {getattr(node, "attr", "") for node in ast.walk(call.func)}
    return name in _PURE | _LOADING | {"param"} or is_mark


def is_for_scripts(statement: ast.stmt) -> bool:
    """Tell whether a statement is ``if __name__ == "__main__"``, which does nothing in a test run."""
    return isinstance(statement, ast.If) and not statement.orelse and ast.dump(statement.test) == _SCRIPT


_SCRIPT = ast.dump(ast.parse("__name__ == '__main__'", mode="eval").body)


def is_plain_test(function: ast.FunctionDef, known: Known) -> bool:
    """Tell whether a test does nothing but compare what the program gives when it is called."""
    if not all(is_mark(one, known) for one in function.decorator_list):
        return False
    asked: Set[int] = set()
    for call in known.asks_in(function):
        asked |= {id(call.func), id(getattr(call.func, "value", None))}
    given = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
    if given & known.foreign or function.args.defaults or any(function.args.kw_defaults):
        return False
    return not known.is_foreign(function, asked) and all(is_plain(node, known) for node in inside(function))


def is_mark(decorator: ast.expr, known: Known) -> bool:
    """Tell whether a decorator is one of pytest's marks, made of values: others may run anything."""
    called: Any = decorator.func if isinstance(decorator, ast.Call) else decorator
    is_pytest_s = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Attribute)
    if not is_pytest_s or dotted(called.value) not in known.harmless or called.value.attr != "mark":
        return False
    calls = (node for node in ast.walk(decorator) if isinstance(node, ast.Call))
    return not known.is_foreign(decorator, set()) and all(map(is_harmless, calls))


def is_plain(node: ast.AST, known: Known) -> bool:
    """Tell whether a piece of a test has no other effect, and asks for no identity."""
    if isinstance(node, ast.Call):
        called: Any = node.func
        if known.asked(node):
            return True
        if isinstance(called, ast.Name):
            return called.id in _PURE
        return isinstance(called, ast.Attribute) and called.attr in _CHECKS | _METHODS
    if isinstance(node, ast.Compare) and any(isinstance(one, (ast.Is, ast.IsNot)) for one in node.ops):
        return all(isinstance(one, ast.Constant) and is_one_of_its_kind(one.value) for one in node.comparators)
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        return isinstance(node.ctx, ast.Load) or is_own_field(node)
    return not isinstance(node, _OTHERWISE)


def is_one_of_its_kind(value: object) -> bool:
    """Tell whether there is one such object in all of Python; of equal texts and numbers there may be many."""
    return value is None or value is Ellipsis or isinstance(value, bool)


def is_own_field(node: ast.AST) -> bool:
    """Tell whether an attribute is one that a test sets up for itself."""
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "self"
