"""A case that nothing asks about: an answer given at once, or a statement that should only sometimes run."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import lines_of, loop_around, opening, standing, step
from gadfly_analyzers.localize.repairs.likely import is_number_name, is_series_name
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.roles import loop_names, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_ANSWERS = (b"0", b"[]", b"None", b"False", b"True", b'""', b"1", b"-1")
_FEW = 3


def repairs(site: Site) -> Iterator[Repair]:
    """Ask about a usual case above a statement, and answer it; or put a statement under a question."""
    node, lines = standing(site), lines_of(site)
    if node is None or lines is None or site.function is None:
        return
    for detail, question in _questions(site, node):
        for answer in _answers(site, question):
            yield site.repair(f"guard/{detail}", lines.above(b"if %s: return %s" % (question, answer)))
    if loop_around(node) is not None:
        for question in _skips(site):
            yield site.repair("guard/skip", lines.above(b"if %s: continue" % question))
    if _changes(node):
        deeper = Edit(lines.start, lines.end, lines.at(lines.indentation + step(site)))
        for question in _conditions(site):
            header = lines.indentation + b"if %s:\n" % question
            yield site.repair("guard/only if", deeper._replace(text=header + deeper.text))


def _changes(node: Node) -> bool:
    """Tell whether a statement changes what was there: a call, a sum, a value made from itself."""
    inner = node.named_children[0] if node.type == "expression_statement" else None
    if inner is None or inner.type != "assignment":
        return inner is not None and inner.type in ("call", "augmented_assignment")
    left = text_of(inner.child_by_field_name("left"))
    return left in names_in(inner.child_by_field_name("right")) or "[" in left


def _questions(site: Site, node: Node) -> Iterator[tuple[str, bytes]]:
    """Ask of every parameter at the start of a function, else of what a statement indexes or divides by."""
    if node == opening(site.function):
        names = names_in(site.scope.child_by_field_name("parameters"))
        asked = [name.encode() for name in names if name != "self"][:_FEW]
        yield from (("empty", b"not " + name) for name in asked)
        if _calls_itself(site):
            yield from (("base case", name + b" == 1") for name in asked[:1])
            yield from (("base case", b"len(%s) == 1" % name) for name in asked[:1])
            yield from (("base case", name + b" <= 1") for name in asked if not is_series_name(site, name.decode()))
            yield from (
                ("base case", b"len(%s) <= 1" % name) for name in asked if not is_number_name(site, name.decode())
            )
        numbers = [name for name in asked if name.decode() in roles(site).numbers]
        yield from (("below zero", name + b" < 0") for name in numbers)
        return
    parts = {name.encode(): None for each in _risky(site) for name in names_in(each)[:1]}
    yield from (("empty here", b"not " + name) for name in list(parts)[:2])


def _risky(site: Site) -> Iterator[Node]:
    for each in site.own("subscript", "binary_operator", "call"):
        inner = each.child_by_field_name("value") if each.type == "subscript" else None
        if each.type == "binary_operator" and each.children[1].type in ("/", "//", "%"):
            inner = each.child_by_field_name("right")
        if each.type == "call" and text_of(each.child_by_field_name("function")) in ("max", "min"):
            inner = each.child_by_field_name("arguments")
        if inner is not None:
            yield inner


def _calls_itself(site: Site) -> bool:
    name = text_of(site.scope.child_by_field_name("name"))
    return any(text_of(call.child_by_field_name("function")) == name for call in nodes_of(site.scope, ("call",)))


def _answers(site: Site, question: bytes) -> tuple[bytes, ...]:
    """Give what other returns of the function give, if it is plain; then plain values and what was asked about."""
    given = [value for other in nodes_of(site.scope, ("return_statement",)) for value in other.named_children]
    plain = [text(value) for value in given if not value.named_children]
    about = question.removeprefix(b"not ").split(b" ")[0].removeprefix(b"len(").removesuffix(b")")
    others = [name.encode() for name in names_in(site.scope.child_by_field_name("parameters")) if name != "self"]
    given_on = others[:_FEW] if _calls_itself(site) else ()
    return tuple(dict.fromkeys((*plain[:_FEW], *_ANSWERS, about, *given_on, *((b"[[]]",) if given_on else ()))))


def _skips(site: Site) -> Iterator[bytes]:
    found = roles(site)
    for name in loop_names(site)[:2]:
        yield b"not " + name.encode()
        for holder in (*found.lists, *found.sets, *found.dicts)[:_FEW]:
            yield f"{name} in {holder}".encode()


def _conditions(site: Site) -> Iterator[bytes]:
    """Give what a statement may be meant to depend on: its loops' names compared, and other questions asked around."""
    found = roles(site)
    names = loop_names(site)[:_FEW]
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    for one, other in pairs:
        yield from (f"{one} {sign} {other}".encode() for sign in ("==", "!="))
    for name in names[:2]:
        for holder in (*found.lists, *found.sets, *found.dicts)[:_FEW]:
            yield f"{name} not in {holder}".encode()
            yield f"{name} in {holder}".encode()
    for series in [name for name in found.series if name in names_in(site.node)][:2]:
        yield f"len({series}) > 1".encode()
    asked = nodes_of(site.scope, ("if_statement", "elif_clause", "while_statement"))
    for condition in [each.child_by_field_name("condition") for each in asked][: 2 * _FEW]:
        if condition is not None:
            yield text(condition)
            yield b"not (%s)" % text(condition)
