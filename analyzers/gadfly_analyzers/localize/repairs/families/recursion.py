"""A function that calls itself with the wrong part, or loses what it gets back."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import names_in, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Call with something smaller, and use what a recursive call gives."""
    if site.function is None:
        return
    own = text(site.scope.child_by_field_name("name") or site.scope)
    parameters = names_in(site.scope.child_by_field_name("parameters"))
    for call in site.own("call"):
        function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        if function is None or arguments is None or text(function).rpartition(b".")[2] != own:
            continue
        for argument in arguments.named_children:
            yield from _smaller(site, argument)
        yield from _used(site, call, parameters)


def _smaller(site: Site, argument: Node) -> Iterator[Repair]:
    names = names_in(argument)
    if len(names) != 1:
        return
    found, name = roles(site), names[0].encode()
    series = names[0] in found.series
    if series or names[0] not in found.numbers:
        for part in (b"[1:]", b"[:-1]", b"[0]"):
            yield site.replaced("recursion/shorter", argument, name + part)
    if not series:
        for new in (b" - 1", b" - 2", b" + 1", b" // 2", b" // 10"):
            yield site.replaced("recursion/smaller", argument, name + new)
    links = dict.fromkeys(_attributes(site, names[0]))
    for link in list(links)[:_FEW]:
        yield site.replaced("recursion/linked", argument, name + b"." + link.encode())


def _attributes(site: Site, name: str) -> Iterator[str]:
    for each in nodes_of(site.scope, ("attribute",)):
        if text_of(each.child_by_field_name("object")) == name:
            yield text_of(each.child_by_field_name("attribute"))


def _used(site: Site, call: Node, parameters: tuple[str, ...]) -> Iterator[Repair]:
    """Add to what a call gives, return it, or keep it."""
    whole = text(call)
    if call.parent is not None and call.parent.type == "expression_statement":
        yield site.replaced("recursion/returned", call, b"return " + whole)
        for name in [name for name in site.names if name not in parameters][:_FEW]:
            yield site.replaced("recursion/kept", call, b"%s = %s" % (name.encode(), whole))
            yield site.replaced("recursion/kept", call, b"%s += %s" % (name.encode(), whole))
    elif call.parent is not None and call.parent.type == "return_statement":
        for part in [name.encode() for name in parameters if name != "self"][:2]:
            for sign in (b"+", b"*"):
                yield site.replaced("recursion/put together", call, b"%s %s %s" % (part, sign, whole))
            yield site.replaced("recursion/put together", call, b"[%s[0]] + %s" % (part, whole))
            yield site.replaced("recursion/put together", call, b"%s + %s[0]" % (whole, part))
            yield site.replaced("recursion/put together", call, b"%s[0] + %s" % (part, whole))
        yield site.replaced("recursion/put together", call, b"1 + " + whole)
        yield site.replaced("recursion/put together", call, b"not " + whole)
