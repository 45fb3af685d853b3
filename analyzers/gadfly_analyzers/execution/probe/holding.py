"""What a test would see besides the answers that it gets: changes to what it hands over, and to what it was given."""

from __future__ import annotations

import ast
import functools
from typing import Any, FrozenSet, Iterator, List, NamedTuple, Sequence, Set, Tuple

from gadfly_analyzers.execution.probe.plain import Known, inside, names_bound

_LOOPS = (ast.For, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BINDS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
_ORDERED = frozenset("enumerate filter join list map repr str tuple zip".split())
_SEEN_ELSEWHERE = (ast.Subscript, ast.Starred, ast.Attribute)


class Holding(NamedTuple):
    """Whether a test keeps hold of what it hands over, of what it gets, of errors, or of the order in a set.

    ``bounded`` tells that it asks no more often than there are calls in its text; ``shares``, that it looks at what
    other tests hand over; ``catches``, that it goes on after errors.
    """

    lends: bool
    keeps: bool
    reads_errors: bool
    takes_order: bool
    bounded: bool
    shares: bool
    catches: bool


@functools.lru_cache(maxsize=1024)
def of_test(parts: "Tuple[ast.FunctionDef, ...]", tests: ast.Module, known: Known) -> Holding:
    """Read it from the text of a test and of what sets it up, once for all parameters."""
    nodes = [node for part in parts for node in inside(part)]
    asking = asking_in(nodes, known)
    return Holding(
        lends=any(lends(part, known) for part in parts),
        keeps=any(many for _, many in asking) or any(is_kept(node, nodes, asking, known) for node in nodes),
        reads_errors=any(map(reads_errors, nodes)),
        takes_order=any(map(takes_order, nodes)),
        bounded=not any(isinstance(node, _LOOPS) for node in nodes),
        shares=bool(lent(tests, known) & set(names_in(nodes))),
        catches=any(map(catches, nodes)),
    )


def lends(part: ast.FunctionDef, known: Known) -> bool:
    """Tell whether a function hands over what it, or somebody else, can look at afterwards."""
    own = own_names(part, known)
    return not all(is_fresh(value, own, known) for call in known.asks_in(part) for value in given_in(call))


def given_in(call: ast.Call) -> "Iterator[ast.expr]":
    """Give what a call hands over."""
    yield from call.args
    yield from (one.value for one in call.keywords)


def names_in(nodes: "Sequence[ast.AST]") -> "Iterator[str]":
    """Give the names of variables and attributes that are read."""
    for node in nodes:
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
            yield node.id if isinstance(node, ast.Name) else node.attr


def own_names(function: ast.FunctionDef, known: Known) -> "Set[str]":
    """Name the variables that stand for a value that nothing else stands for, and that are read once."""
    nodes = list(inside(function))
    loads = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    again = {name for loop in nodes if isinstance(loop, _LOOPS) for name in names_in([*ast.walk(loop)])}
    made: Set[str] = set()
    if not set(names_in([node for each in function.decorator_list for node in ast.walk(each)])) - _OF_PARAMETERS:
        made |= {argument.arg for argument in function.args.args}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and len(node.targets) == 1:
            made |= {node.targets[0].id} if is_fresh(node.value, set(), known) else set()
    return {name for name in made if loads.count(name) == 1} - again


_OF_PARAMETERS = frozenset(("pytest", "mark", "parametrize", "param"))


def is_fresh(value: ast.expr, own: "Set[str]", known: Known) -> bool:
    """Tell whether nobody but who is called can look at a value afterwards."""
    asked = {id(part) for call in known.asks_in(value) for part in (call.func, getattr(call.func, "value", None))}
    called = {id(node.func) for node in ast.walk(value) if isinstance(node, ast.Call)} | asked
    rest = (node for node in ast.walk(value) if id(node) not in called)
    return not any(
        isinstance(node, _SEEN_ELSEWHERE) or (isinstance(node, ast.Name) and node.id not in own) for node in rest
    )


def asking_in(nodes: "Sequence[ast.AST]", known: Known) -> "List[Tuple[Tuple[int, int], bool]]":
    """Say where the statements begin that ask, and of each whether it asks again while it has an answer."""
    found = []
    for statement in nodes:
        if isinstance(statement, ast.stmt):
            own = [one for one in ast.iter_child_nodes(statement) if not isinstance(one, ast.stmt)]
            asks = sum(1 for one in own for _ in known.asks_in(one))
            loops = any(isinstance(each, _LOOPS) for one in own for each in ast.walk(one))
            found += [(start_of(statement), asks > 1 or loops)] if asks else []
    return found


def start_of(node: Any) -> "Tuple[int, int]":
    """Say where a piece of a test begins."""
    return node.lineno, node.col_offset


def is_kept(node: ast.AST, nodes: "Sequence[ast.AST]", asking: "Sequence[Any]", known: Known) -> bool:
    """Tell whether an answer is given a name that is read at or after the next question."""
    if isinstance(node, _LOOPS):
        sources = [node.iter] if isinstance(node, ast.For) else [one.iter for one in node.generators]
        return any(True for source in sources for _ in known.asks_in(source))
    if not isinstance(node, _BINDS) or node.value is None or next(known.asks_in(node.value), None) is None:
        return False
    if any(isinstance(one, _LOOPS) for one in nodes):
        return True
    names = set(names_bound(node))
    later = min((place for place, _ in asking if place > start_of(node)), default=None)
    reads: Any = [one for one in nodes if isinstance(one, ast.Name) and one.id in names]
    return not names or (later is not None and any(start_of(one) >= later for one in reads))


def catches(node: ast.AST) -> bool:
    """Tell whether a piece of a test goes on after an error."""
    return isinstance(node, ast.Call) and "aises" in (getattr(node.func, "id", "") or getattr(node.func, "attr", ""))


def reads_errors(node: ast.AST) -> bool:
    """Tell whether a test looks at what an exception says."""
    if isinstance(node, ast.withitem):
        return node.optional_vars is not None
    return isinstance(node, ast.keyword) and node.arg == "match"


def takes_order(node: ast.AST) -> bool:
    """Tell whether a piece of a test takes things in the order in which they come."""
    if isinstance(node, ast.Call):
        return (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in _ORDERED
    return isinstance(node, (*_LOOPS, ast.FormattedValue))


@functools.lru_cache(maxsize=64)
def lent(tests: ast.Module, known: Known) -> "FrozenSet[str]":
    """Name what the tests of a file have in common, can be changed, and is handed to the program by one of them."""
    given = [value for call in known.asks_in(tests) for value in given_in(call)]
    given += [one for node in ast.walk(tests) if isinstance(node, ast.FunctionDef) for one in node.decorator_list]
    handed = {name for value in given for name in names_in([*ast.walk(value)])}
    places: Any = [tests, *(one for one in tests.body if isinstance(one, ast.ClassDef))]
    values = (one for place in places for one in place.body if isinstance(one, _BINDS) and can_change(one.value))
    return frozenset(handed & {name for one in values for name in names_bound(one)})


def can_change(value: "ast.expr | None") -> bool:
    """Tell whether what stands at the top of a file may be a list or the like."""
    return not isinstance(value, (ast.Constant, ast.UnaryOp, ast.JoinedStr))
