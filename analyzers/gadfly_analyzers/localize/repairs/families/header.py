"""Another way to go through something: by index, by element, by both, backwards, or as long as something holds."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.roles import names_in, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Change what a ``for`` goes through and into which names, and how long a ``while`` goes on."""
    if site.node.type == "for_statement":
        target, through = site.node.child_by_field_name("left"), site.node.child_by_field_name("right")
        if target is not None and through is not None:
            yield from _through(site, target, through)
            yield from _targets(site, target, through)
    if site.node.type == "while_statement":
        condition = site.node.child_by_field_name("condition")
        if condition is not None:
            yield from _as_long_as(site, condition)


def _through(site: Site, target: Node, through: Node) -> Iterator[Repair]:
    whole = text(through)
    arguments = through.child_by_field_name("arguments")
    inner = [text(each) for each in arguments.named_children] if arguments is not None else []
    called = text_of(through.child_by_field_name("function"))
    if called == "range":
        yield from _ranges(site, through, inner)
    elif called in ("enumerate", "reversed", "sorted", "list", "set") and inner:
        yield site.replaced("header/plain", through, inner[0])
    else:
        yield site.replaced("header/indices", through, b"range(len(%s))" % whole)
        yield site.replaced("header/numbers", through, b"range(%s)" % whole)
        yield site.replaced("header/numbers", through, b"range(1, %s + 1)" % whole)
        yield site.replaced("header/pairs", through, b"enumerate(%s)" % whole)
    if called not in ("reversed", "enumerate"):
        yield site.replaced("header/backwards", through, b"reversed(%s)" % whole)
    if called in ("", "list") and "." not in text_of(through):
        yield site.replaced("header/a copy", through, b"list(%s)" % whole)
        yield site.replaced("header/sorted", through, b"sorted(%s)" % whole)
        yield site.replaced("header/sorted", through, b"sorted(set(%s))" % whole)
        for method in (b"items", b"values", b"keys"):
            yield site.replaced("header/of a dictionary", through, whole + b".%s()" % method)
    for name in [name for name in roles(site).series if name.encode() != whole and name != text_of(target)][:_FEW]:
        yield site.replaced("header/something else", through, name.encode())
        yield site.replaced("header/something else", through, b"range(len(%s))" % name.encode())


def _ranges(site: Site, through: Node, inner: list[bytes]) -> Iterator[Repair]:
    stop = inner[1] if len(inner) > 1 else inner[0] if inner else b""
    if not stop:
        return
    measured = re.fullmatch(rb"len\(([\w.]+)\)", stop)
    if measured is not None:
        series = measured.group(1)
        yield site.replaced("header/elements", through, series)
        yield site.replaced("header/elements", through, series + b"[1:]")
    else:
        yield site.replaced("header/indices", through, b"range(len(%s))" % stop)
        yield site.replaced("header/elements", through, stop)
    for new in (b"range(1, %s + 1)", b"range(%s - 1, -1, -1)", b"range(%s, 0, -1)", b"range(%s, -1, -1)"):
        yield site.replaced("header/other range", through, new % stop)
    if len(inner) == 2:
        start = inner[0]
        yield site.replaced("header/backwards", through, b"range(%s, %s, -1)" % (start, stop))
        yield site.replaced("header/backwards", through, b"range(%s, %s, -1)" % (stop, start))
        yield site.replaced("header/backwards", through, b"range(%s - 1, %s - 1, -1)" % (stop, start))


def _targets(site: Site, target: Node, through: Node) -> Iterator[Repair]:
    """Take the index as well, or only the element; exchange them; or take the name that the loop's text uses."""
    names = [text(each) for each in target.named_children]
    if target.type == "pattern_list" and len(names) == 2:
        yield site.replaced("header/targets", target, b", ".join(reversed(names)))
        for name in names:
            yield site.replaced("header/targets", target, name)
    elif target.type == "identifier":
        for name in _unbound(site)[:_FEW]:
            yield site.replaced("header/targets", target, name)
            for pair in ((name, text(target)), (text(target), name)):
                edits = Edit(target.start_byte, target.end_byte, b", ".join(pair))
                pairs = b"enumerate(%s)" % text(through)
                yield site.repair("header/pairs", edits, Edit(through.start_byte, through.end_byte, pairs))


def _unbound(site: Site) -> list[bytes]:
    """Give the names that the loop uses and that nothing gives a value: it may have meant them."""
    known = {*site.names, *site.functions, *dir(builtins)}
    body = site.node.child_by_field_name("body")
    return [name.encode() for name in names_in(body) if name not in known]


def _as_long_as(site: Site, condition: Node) -> Iterator[Repair]:
    found = roles(site)
    for name in (*found.lists, *found.sets)[:_FEW]:
        yield site.replaced("header/while there are", condition, name.encode())
    for name in found.numbers[:_FEW]:
        yield site.replaced("header/while positive", condition, name.encode() + b" > 0")
    asked = nodes_of(site.scope, ("if_statement", "elif_clause", "while_statement"))
    others = [each.child_by_field_name("condition") for each in asked if each != site.node]
    for other in list(dict.fromkeys(text(each) for each in others if each is not None))[:_FEW]:
        yield site.replaced("header/while as elsewhere", condition, other)
        yield site.replaced("header/while as elsewhere", condition, b"not (%s)" % other)
    yield site.replaced("header/while True", condition, b"True")
