"""Another name: another variable, attribute or function that can be used here, and a name that nothing defines."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.expressions import field_of, is_value, place_of, values
from gadfly_analyzers.localize.repairs.likely import LINKS
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_BUILTINS = frozenset(dir(builtins))
_ELSEWHERE = {"true": "True", "false": "False", "null": "None", "nil": "None", "length": "len", "size": "len"}
_MOST = 10


def repairs(site: Site) -> Iterator[Repair]:
    """Put other names in place of each one."""
    known = _known(site)
    for node in values(site, "identifier"):
        name = text_of(node)
        if name in known or name in site.names:
            yield from _variables(site, node, f"name/{place_of(node)}")
        elif name not in _BUILTINS:
            yield from _variables(site, node, "name/unknown")
            for other in _meant(name):
                yield site.replaced("name/unknown", node, other.encode())
        else:
            yield from _variables(site, node, "name/builtin")
    yield from _attributes(site)
    yield from _functions(site)
    if site.node.type == "function_definition":
        yield from _parameters(site, known)


def _variables(site: Site, node: Node, kind: str) -> Iterator[Repair]:
    """Put variables in place of one, those with a like name first, and what the object around has."""
    name = text_of(node)
    for other in _by_likeness(name, [each for each in site.names if each != name])[:_MOST]:
        yield site.replaced(kind, node, other.encode())
    for other in _of_self(site):
        if other.rpartition(".")[2] == name or kind == "name/unknown":
            yield site.replaced("name/of self", node, other.encode())


def _by_likeness(name: str, others: list[str]) -> list[str]:
    return sorted(others, key=lambda other: -SequenceMatcher(None, name, other).ratio())


def _meant(name: str) -> list[str]:
    """Give the built-in names that are meant by one that nothing defines."""
    same = [_ELSEWHERE[name.lower()]] if name.lower() in _ELSEWHERE else []
    return [*same, *get_close_matches(name, sorted(_BUILTINS), 2)]


def _of_self(site: Site) -> list[str]:
    """Give the attributes of ``self`` that the program writes down."""
    if "self" not in site.names:
        return []
    found = nodes_of(site.source.tree.root_node, ("attribute",))
    mine = [node for node in found if text_of(node.child_by_field_name("object")) == "self" and not _is_called(node)]
    return list(dict.fromkeys(text_of(node) for node in mine))[:_MOST]


def _is_called(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "call"


def _attributes(site: Site) -> Iterator[Repair]:
    """Put another attribute of the program in place of one; the object alone; or another object."""
    every = [node for node in nodes_of(site.source.tree.root_node, ("attribute",)) if not _is_called(node)]
    names = list(dict.fromkeys(text_of(node.child_by_field_name("attribute")) for node in every))
    for node in values(site, "attribute"):
        attribute, whole = node.child_by_field_name("attribute"), node.child_by_field_name("object")
        if attribute is None or whole is None:
            continue
        for other in [name for name in names if name != text_of(attribute)][:_MOST]:
            yield site.replaced("name/attribute", attribute, other.encode())
        if whole.type != "identifier" or text_of(whole) != "self":
            yield site.replaced("name/attribute less", node, text_of(whole).encode())
    for node in values(site, "identifier"):
        used = [each for each in names if f"{text_of(node)}.{each}" in text_of(site.scope)]
        if node.parent is not None and node.parent.type != "attribute":
            for other in used[:4]:
                yield site.inserted("name/attribute more", node.end_byte, f".{other}".encode())
        for other in _ways_on(site, node, used):
            yield site.inserted("name/attribute between", node.end_byte, f".{other}".encode())


def _ways_on(site: Site, node: Node, used: list[str]) -> list[str]:
    """Give the attributes by which one comes to an object of the same sort, where a name's attribute is looked at."""
    parent = node.parent
    if parent is None or parent.type != "attribute" or field_of(node) != "object":
        return []
    own = text_of(parent.child_by_field_name("attribute"))
    of_own_class = _is_called(parent) and own in site.methods
    return [each for each in used if each != own and (of_own_class or each in LINKS)][:4]


def _functions(site: Site) -> Iterator[Repair]:
    """Call another function of the program, or one that is meant by a name that nothing defines."""
    known = _known(site)
    for call in site.own("call"):
        function = call.child_by_field_name("function")
        if function is None or function.type != "identifier":
            continue
        name = text_of(function)
        if name in site.functions or name not in known | _BUILTINS:
            for other in _by_likeness(name, [each for each in site.functions if each != name])[:_MOST]:
                yield site.replaced("name/called", function, other.encode())
            for other in _meant(name) if name not in known | _BUILTINS else ():
                yield site.replaced("name/called", function, other.encode())
            if name not in known | _BUILTINS and "self" in site.names:
                yield site.inserted("name/of self", function.start_byte, b"self.")


def _parameters(site: Site, known: set[str]) -> Iterator[Repair]:
    """Call a parameter by a name that the function uses and nothing defines."""
    parameters = site.node.child_by_field_name("parameters")
    bound = known | _BUILTINS | set(replace(site, function=site.node).names)
    used = [text_of(node) for node in nodes_of(site.node, ("identifier",)) if is_value(node)]
    inner = [name for name in dict.fromkeys(used) if name not in bound]
    for parameter in nodes_of(parameters, ("identifier",)) if parameters is not None else ():
        if parameter.parent == parameters:
            for other in inner[:4]:
                yield site.replaced("name/parameter", parameter, other.encode())


def _known(site: Site) -> set[str]:
    """Give the names that the program defines outside of functions: by imports, definitions and assignments."""
    found: set[str] = set(site.functions)
    for node in site.source.tree.root_node.named_children:
        inner = node.named_children[0] if node.type == "expression_statement" and node.named_children else node
        declared = inner if "import" in inner.type else inner.child_by_field_name("left")
        declared = declared or inner.child_by_field_name("name")
        found.update(text_of(each) for each in (nodes_of(declared, ("identifier",)) if declared is not None else ()))
    return found
