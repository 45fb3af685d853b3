"""A function that takes its inputs in another order, with other defaults, or has to change them first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import body, lines_of, opening, statements_in, step
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.roles import roles
from gadfly_analyzers.localize.repairs.site import Site, text

_MUTABLE = ("list", "dictionary", "set")
_DEFAULTS = (b"None", b"0", b"1", b'""', b"[]", b"True", b"False")
_FEW = 3


def repairs(site: Site) -> Iterator[Repair]:
    """Change the parameters of a function, or what they hold when its text begins."""
    if site.node.type == "function_definition":
        parameters = site.node.child_by_field_name("parameters")
        if parameters is not None:
            yield from _of_header(site, parameters.named_children)
    elif site.function is not None and site.node == opening(site.function):
        yield from _changed_first(site)


def _of_header(site: Site, parameters: list[Node]) -> Iterator[Repair]:
    for parameter in parameters:
        if parameter.type not in ("default_parameter", "typed_default_parameter"):
            continue
        value = parameter.child_by_field_name("value")
        if value is None:
            continue
        if _is_shared(parameter):
            yield from _own_default(site, parameter, value)
        yield from (site.replaced("parameter/default", value, new) for new in _DEFAULTS if new != text(value))
    plain = [each for each in parameters if each.type == "identifier" and text(each) not in (b"self", b"cls")]
    for one, other in pairwise(plain):
        yield site.repair("parameter/order", _put(one, text(other)), _put(other, text(one)))
    if plain and plain[-1] == parameters[-1]:
        yield from (site.inserted("parameter/default added", plain[-1].end_byte, b"=" + new) for new in _DEFAULTS)


def _is_shared(parameter: Node) -> bool:
    """Tell whether all calls share the parameter's default."""
    value = parameter.child_by_field_name("value")
    return value is not None and value.type in _MUTABLE


def _put(node: Node, new: bytes) -> Edit:
    return Edit(node.start_byte, node.end_byte, new)


def _own_default(site: Site, parameter: Node, value: Node) -> Iterator[Repair]:
    """Make the default anew in every call."""
    name = text(parameter.child_by_field_name("name") or parameter)
    first = opening(site.node) or next(iter(statements_in(body(site.node))), None)
    lines = lines_of(site, first) if first is not None else None
    if lines is not None:
        anew = lines.above(b"if %s is None:" % name, step(site) + name + b" = " + text(value))
        yield site.repair("parameter/own default", _put(value, b"None"), anew)


def _changed_first(site: Site) -> Iterator[Repair]:
    """Copy, order or read a parameter in another way before anything else."""
    lines = lines_of(site)
    parameters = site.scope.child_by_field_name("parameters")
    if lines is None or parameters is None:
        return
    found = roles(site)
    names = [text_of(each) for each in nodes_of(parameters, ("identifier",))]
    shared = [text_of(each.child_by_field_name("name")) for each in parameters.named_children if _is_shared(each)]
    for name in [name for name in names if name in site.names and name != "self"][:_FEW]:
        calls = {"list": "copied"} if name in found.series and name not in shared else {}
        calls |= {"sorted": "ordered"} if name in found.series else {}
        calls |= {"abs": "number", "int": "number"} if name in found.numbers or name not in found.series else {}
        for call, detail in calls.items():
            yield site.repair(f"parameter/{detail} first", lines.above(f"{name} = {call}({name})".encode()))
        if name in found.texts or not (name in found.numbers or name in found.lists):
            yield site.repair("parameter/text first", lines.above(f"{name} = {name}.lower()".encode()))
        if name in found.series:
            yield site.repair("parameter/turned first", lines.above(f"{name} = {name}[::-1]".encode()))
