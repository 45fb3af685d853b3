"""Something else returned: another variable, several, the opposite, what was printed or only computed."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import LITERALS, NOT, arguments_of, called, firm
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import only_truths
from gadfly_analyzers.localize.repairs.site import Site, text

_USUAL = ("True", "False", "None", "0", "1", "-1", "[]", '""', "{}")
_MOST = 8
_IN_PLACE = frozenset(["sort", "reverse", "append", "extend", "insert", "remove", "add", "clear", "update", "discard"])


def repairs(site: Site) -> Iterator[Repair]:
    """Edit what a statement returns, and whether it returns."""
    node = site.node
    inner = node.named_children[0] if node.named_children else None
    if node.type == "return_statement":
        if inner is None:
            yield from _bare(site)
        else:
            yield from _returned(site, node, inner)
    elif node.type == "expression_statement" and inner is not None and site.function is not None:
        yield from _not_returned(site, node, inner)


def _bare(site: Site) -> Iterator[Repair]:
    for name in site.names[:_MOST]:
        yield site.inserted("returned/variable", site.node.end_byte, f" {name}".encode())
    for usual in _USUAL:
        yield site.inserted("returned/usual", site.node.end_byte, f" {usual}".encode())


def _returned(site: Site, node: Node, inner: Node) -> Iterator[Repair]:
    yield site.removed("returned/not returned", node.start_byte, inner.start_byte)
    yield site.replaced("returned/yielded", node, b"yield " + text(inner))
    if only_truths(site):
        yield from _truths(site, inner)
        return
    for name in [each for each in site.names if each != text_of(inner)][:_MOST]:
        yield site.replaced("returned/variable", inner, name.encode())
        yield from _also(site, inner, name.encode())
    for usual in _USUAL:
        if usual != text_of(inner):
            yield site.replaced("returned/usual", inner, usual.encode())
    yield site.replaced("returned/length", inner, b"len(%b)" % text(inner))
    for name in site.names[:_MOST]:
        yield site.replaced("returned/length", inner, f"len({name})".encode())
    if inner.type not in ("not_operator", *LITERALS[:4]):
        yield site.replaced("returned/not", inner, b"not " + firm(inner, NOT))
    yield site.replaced("returned/printed", node, b"print(%b)" % text(inner))
    if _method(inner) in _IN_PLACE:
        yield from _in_place(site, node, inner)
    if inner.type == "expression_list":
        for each in inner.named_children:
            yield site.replaced("returned/one of them", inner, text(each))


def _also(site: Site, inner: Node, name: bytes) -> Iterator[Repair]:
    """Return a variable too; instead of a fixed truth, whether the variable has a usual value."""
    if inner.type in ("true", "false"):
        yield from _whether(site, inner, name)
    if inner.type in LITERALS:
        return
    yield site.inserted("returned/also", inner.end_byte, b", " + name)
    yield site.inserted("returned/also", inner.start_byte, name + b", ")
    if inner.type != "expression_list":
        yield site.replaced("returned/also in list", inner, b"[%b, %b]" % (name, text(inner)))
        yield site.replaced("returned/also in list", inner, b"[%b, %b]" % (text(inner), name))


def _truths(site: Site, inner: Node) -> Iterator[Repair]:
    """Return the other truth, or whether a variable has a usual value."""
    yield site.replaced("returned/usual", inner, b"False" if text(inner) == b"True" else b"True")
    for name in site.names[:_MOST]:
        yield from _whether(site, inner, name.encode())


def _whether(site: Site, inner: Node, name: bytes) -> Iterator[Repair]:
    for asked in (b"%b == 0", b"%b > 0", b"%b != 0", b"not %b"):
        yield site.replaced("returned/whether", inner, asked % name)


def _method(node: Node) -> str:
    named = node.child_by_field_name("attribute") if node.type == "attribute" else None
    return text_of(named) if named is not None else called(node) if node.type == "call" else ""


def _in_place(site: Site, node: Node, inner: Node) -> Iterator[Repair]:
    """Return the list instead of what a method that changes it gives."""
    function = inner.child_by_field_name("function") or inner
    whole = function.child_by_field_name("object")
    if whole is None:
        return
    if text_of(whole) == "list" and arguments_of(inner):
        whole = arguments_of(inner)[0]
    if _method(inner) == "reverse":
        yield site.replaced("returned/in place", inner, text(whole) + b"[::-1]")
    if _method(inner) == "sort":
        yield site.replaced("returned/in place", inner, b"sorted(%b)" % text(whole))
    if _method(inner) in ("append", "extend") and len(arguments_of(inner)) == 1:
        given = text(arguments_of(inner)[0])
        added = b"[" + given + b"]" if _method(inner) == "append" else given
        yield site.replaced("returned/in place", inner, text(whole) + b" + " + added)
    yield site.replaced("returned/in place", inner, text(whole))
    done = text(inner) if inner.type == "call" else text(inner) + b"()"
    yield site.replaced("returned/in place", node, done + b"; return " + text(whole))


def _not_returned(site: Site, node: Node, inner: Node) -> Iterator[Repair]:
    """Return what is printed, yielded or thrown away."""
    if inner.type == "call" and text_of(inner.child_by_field_name("function")) == "print":
        given = [text(each) for each in arguments_of(inner) if each.type != "keyword_argument"]
        yield site.replaced("returned/not printed", node, b"return " + b", ".join(given))
    elif inner.type == "yield":
        value = inner.named_children[0] if inner.named_children else None
        if value is not None:
            yield site.replaced("returned/not yielded", node, b"return " + text(value))
            is_from = any(child.type == "from" for child in inner.children)
            yield site.replaced("returned/yielded from", node, (b"yield " if is_from else b"yield from ") + text(value))
    elif inner.type not in ("assignment", "augmented_assignment"):
        yield site.inserted("returned/returned", node.start_byte, b"return ")
        yield site.inserted("returned/yielded", node.start_byte, b"yield ")
