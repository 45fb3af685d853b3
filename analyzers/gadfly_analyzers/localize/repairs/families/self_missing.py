"""A method that does not say whose attribute or method it means, or which; or does not take its object."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_OBJECT = b"self"
_SPECIAL = frozenset({"init", "str", "repr", "eq", "lt", "len", "add", "iter", "next", "contains", "getitem"})
_SLIPS = {"int": "init", "initialize": "init", "string": "str"}


def repairs(site: Site) -> Iterator[Repair]:
    """Write ``self.`` before the class's own attributes and methods, and ``self`` into headers."""
    home = _class_around(site.node)
    if home is None:
        return
    if site.node.type == "function_definition":
        yield from _taken(site)
        yield from _special(site)
        return
    own = _attributes(home)
    for name in site.own("identifier"):
        if text_of(name) in own and not _is_attribute(name):
            yield site.inserted("self_missing/before a name", name.start_byte, _OBJECT + b".")
    yield from _underlined(site, own)


def _underlined(site: Site, own: set[str]) -> Iterator[Repair]:
    """Mean ``self._x`` by ``self.x``, and the other way round, where the class has both."""
    for node in site.own("attribute"):
        name = node.child_by_field_name("attribute")
        told = text_of(name)
        other = told[1:] if told.startswith("_") else f"_{told}"
        if name is not None and other in own and text_of(node.child_by_field_name("object")) == "self":
            yield site.replaced("self_missing/underlined", name, other.encode())


def _taken(site: Site) -> Iterator[Repair]:
    parameters = site.node.child_by_field_name("parameters")
    if parameters is None or "self" in (text_of(each) for each in parameters.named_children):
        return
    rest = b", " if parameters.named_children else b""
    yield site.inserted("self_missing/parameter", parameters.start_byte + 1, _OBJECT + rest)


def _special(site: Site) -> Iterator[Repair]:
    """Write the name of a special method as Python knows it: ``__init__`` for ``_init_`` or ``init``."""
    name = site.node.child_by_field_name("name")
    plain = _SLIPS.get(text_of(name).strip("_"), text_of(name).strip("_"))
    if name is not None and plain in _SPECIAL and text_of(name) != f"__{plain}__":
        yield site.replaced("self_missing/special name", name, f"__{plain}__".encode())


def _class_around(node: Node) -> Node | None:
    outer = node.parent
    while outer is not None and outer.type != "class_definition":
        outer = outer.parent
    return outer


def _attributes(home: Node) -> set[str]:
    """Give the names of methods, of what is read from ``self``, and of what ``__init__`` takes or assigns."""
    found = {text_of(each.child_by_field_name("name")) for each in nodes_of(home, ("function_definition",))}
    for each in nodes_of(home, ("attribute",)):
        if text_of(each.child_by_field_name("object")) == "self":
            found.add(text_of(each.child_by_field_name("attribute")))
    for each in nodes_of(home, ("assignment",)):
        left = each.child_by_field_name("left")
        if left is not None and left.type == "identifier" and _is_in_maker(each):
            found.add(text_of(left))
    return found - {"__init__"}


def _is_in_maker(node: Node) -> bool:
    outer = node.parent
    while outer is not None and outer.type != "function_definition":
        outer = outer.parent
    return outer is not None and text_of(outer.child_by_field_name("name")) == "__init__"


def _is_attribute(name: Node) -> bool:
    parent = name.parent
    if parent is None or parent.type in ("attribute", "keyword_argument"):
        field = "attribute" if parent is not None and parent.type == "attribute" else "name"
        return parent is not None and parent.child_by_field_name(field) == name
    return False
