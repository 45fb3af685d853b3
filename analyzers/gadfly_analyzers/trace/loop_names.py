"""The variables that a ``while`` loop uses, as far as its text tells."""

from __future__ import annotations

import builtins
from collections import Counter

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.source import Source

# What Python gives that may be different each time.
_UNSTEADY = {"breakpoint", "globals", "hash", "id", "input", "iter", "locals", "next", "open", "vars"}
_SHOWING = {"abs", "bool", "float", "int", "isinstance", "len", "max", "min", "print", "range", "round", "str"}
_STEADY = frozenset(vars(builtins)) - _UNSTEADY | {"math"}
_ELSEWHERE = ("delete_statement", "global_statement", "nonlocal_statement", "yield", "await")
_GATHERERS = ("assignment", "augmented_assignment", "call")
_TARGETS = ("assignment", "augmented_assignment", "for_statement", "for_in_clause")
_GATHERING = {"+=", "-=", "*="}, {"+", "-", "*"}, {"append", "add"}  # in these ways nothing goes wrong at some value
_NOT_VARIABLES = {"attribute": "attribute", "keyword_argument": "name"}  # the field in which such a name stands


def variables(node: Node | None, source: Source, known: frozenset[str]) -> frozenset[str] | None:
    """List the known variables below a node; ``None`` if it uses others that are not of its function.

    What it assigns is of its function, even if it was not assigned yet.
    """
    if node is None:
        return None
    names = frozenset(text_of(each) for each in nodes_of(node, ("identifier",)) if _is_variable(each))
    targets = (each.child_by_field_name("left") for each in nodes_of(node, _TARGETS))
    assigned = {text_of(each) for target in targets if target for each in nodes_of(target, ("identifier",))}
    functions = {each.name for each in source.functions()}
    return names & known if names - known <= assigned | functions | _STEADY else None


def gathered(node: Node) -> frozenset[str]:
    """List the names in which a loop only gathers something, such as a count or a list: nothing else reads them."""
    uses = Counter(text_of(each) for each in nodes_of(node, ("identifier",)) if _is_variable(each))
    gathering = Counter(name for each in nodes_of(node, _GATHERERS) for name in _gathers(each))
    return frozenset(name for name, times in gathering.items() if times == uses[name])


def _gathers(node: Node) -> list[str]:
    """Give the name to which a statement or call adds something, as often as it stands there."""
    left, right, called = (node.child_by_field_name(field) for field in ("left", "right", "function"))
    operators, plain, methods = _GATHERING
    if called is not None and called.type == "attribute":
        adds, names = text_of(called).rpartition(".")[2] in methods, [called.child_by_field_name("object")]
    elif node.type == "augmented_assignment":
        adds, names = _operator(node) in operators, [left]
    elif right is not None and right.type == "binary_operator":
        adds, names = _operator(right) in plain, [left, right.child_by_field_name("left")]
    else:
        return []
    found = [text_of(each) for each in names if each is not None and each.type == "identifier"]
    return found if adds and len(found) == len(names) and len({*found}) == 1 else []


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    return "" if operator is None else text_of(operator)


def calls_nothing(node: Node) -> bool:
    """Tell whether a loop calls none but a few functions of Python that keep nothing and change nothing."""
    called = (each.child_by_field_name("function") for each in nodes_of(node, ("call",)))
    return all(each is not None and text_of(each) in _SHOWING for each in called)


def uses_more(source: Source) -> bool:
    """Tell whether a program has statements by which functions keep or lose what is no value of a variable."""
    return any(True for _ in source.nodes(*_ELSEWHERE))


def _is_variable(identifier: Node) -> bool:
    parent = identifier.parent
    field = None if parent is None else _NOT_VARIABLES.get(parent.type)
    return parent is None or field is None or parent.child_by_field_name(field) != identifier
