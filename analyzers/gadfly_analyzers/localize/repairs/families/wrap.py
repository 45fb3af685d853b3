"""A value put into a call, brackets or a copy: ``list(x)``, ``[x]``, ``x[:]``, ``max(best, x)``; or taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.expressions import (
    ATOM,
    LITERALS,
    PRODUCT,
    UNARY,
    arguments_of,
    called,
    firm,
    fitted,
    operands,
    operator_of,
    place_of,
    strength,
    values,
)
from gadfly_analyzers.localize.repairs.likely import is_number, is_series
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import names_in
from gadfly_analyzers.localize.repairs.site import Site, text

_ANY = ("list", "len", "str", "int", "sorted", "sum", "set", "abs", "tuple", "max", "min", "float", "round", "reversed")
_WRAPPERS = {
    "returned": _ANY,
    "assigned": _ANY,
    "argument": ("str", "int", "list", "len", "set", "sorted", "abs", "sum", "tuple", "max", "min", "float"),
    "element": ("str", "int", "len", "list"),
    "iterable": ("range", "enumerate", "set", "sorted", "reversed", "list"),
    "range": ("len", "int"),
    "compared": ("len", "abs", "int", "str", "set", "sorted", "list", "sum", "type"),
    "operand": ("str", "int", "len", "float", "abs", "list"),
    "index": ("int",),
    "slice": ("int",),
    "condition": ("len", "any", "all"),
    "other": ("list",),
}
_METHODS = {
    "returned": (".strip()", ".lower()"),
    "assigned": (".copy()", ".lower()", ".upper()", ".swapcase()", ".split()", ".strip()"),
    "argument": (".copy()", ".lower()", ".strip()", ".upper()"),
    "compared": (".lower()", ".strip()"),
    "iterable": (".items()", ".values()", ".keys()", ".split()"),
}
_TEXTS = ("identifier", "subscript", "call", "attribute")
_MOST_NAMES = 6
_FEW = 2
_NUMBERS = ("int", "float")
_LISTS = (*_TEXTS, "list_comprehension", "binary_operator")
_FOR_SERIES = (*("list", "len", "sorted", "sum", "set", "tuple", "max", "min", "reversed", "enumerate", "any", "all"),)
_FOR_NUMBERS = ("abs", "float", "round", "range")
_COPIED = ("argument", "assigned", "iterable", "returned", "element")


def repairs(site: Site) -> Iterator[Repair]:
    """Wrap each value in what is usual where it stands, and unwrap it."""
    for node in values(site):
        if node.type in LITERALS and node.type != "string":
            continue
        place = place_of(node)
        yield from _called(site, node, place)
        yield from _bracketed(site, node, place)
    yield from _limited(site)
    yield from _with_unused(site)
    yield from _unwrapped(site)
    yield from _of_numbers(site)
    for node in site.own("expression_list"):
        if node.named_child_count == 1:
            yield site.removed("wrap/without comma", node.named_children[0].end_byte, node.end_byte)


def _called(site: Site, node: Node, place: str) -> Iterator[Repair]:
    outer = called(node.parent.parent) if node.parent is not None and place == "argument" else ""
    own = called(node) if node.type == "call" else ""
    needless = (outer, own, *_needless(site, node))
    for wrapper in _WRAPPERS.get(place, ()):
        if wrapper not in needless and not _is_text(node):
            yield site.replaced(f"wrap/{_sort(wrapper)} {place}", node, b"%b(%b)" % (wrapper.encode(), text(node)))
    for method in _METHODS.get(place, ()) if node.type in _TEXTS and not is_number(site, node) else ():
        if method != f".{own}()":
            yield site.inserted(f"wrap/method {place}", node.end_byte, method.encode())


def _needless(site: Site, node: Node) -> tuple[str, ...]:
    """Name what cannot be meant: no number is sorted, and no list is rounded."""
    return _FOR_SERIES if is_number(site, node) else _FOR_NUMBERS if is_series(site, node) else ()


def _is_text(node: Node) -> bool:
    return node.type == "string"


def _sort(wrapper: str) -> str:
    if wrapper in ("list", "tuple", "set", "sorted", "reversed"):
        return "collection"
    return "number" if wrapper in ("int", "float", "round", "abs", "str") else "measure"


def _bracketed(site: Site, node: Node, place: str) -> Iterator[Repair]:
    inner = text(node)
    if place in ("returned", "assigned", "argument", "element", "operand"):
        yield site.replaced("wrap/in list", node, b"[" + inner + b"]")
    if place in ("operand", "argument", "assigned") and not _is_text(node):
        yield site.replaced("wrap/in tuple", node, b"(" + inner + b",)")
    if place in _COPIED and node.type in _LISTS and not is_number(site, node):
        yield site.replaced("wrap/backwards", node, firm(node, ATOM) + b"[::-1]")
        if place in ("argument", "assigned") and node.type in ("identifier", "attribute", "subscript"):
            yield site.replaced("wrap/copy", node, firm(node, ATOM) + b"[:]")


def _limited(site: Site) -> Iterator[Repair]:
    """Make ``x = max(x, …)`` of ``x = …``, and limit what is assigned or returned by 0."""
    for node in site.own("assignment", "return_statement"):
        left = node.child_by_field_name("left")
        right = node.child_by_field_name("right") if left is not None else next(iter(node.named_children), None)
        if right is None or right.type in ("expression_list", *LITERALS[2:]):
            continue
        if called(right) in ("max", "min"):
            yield from _of_both(site, right, text(left) if left is not None else b"0")
            continue
        for bound in ([text(left)] if left is not None and left.type != "pattern_list" else []) + [b"0"]:
            for limit in (b"max", b"min"):
                yield site.replaced("wrap/limit", right, b"%b(%b, %b)" % (limit, bound, text(right)))
        for beside in _set_beside(site, left)[:_FEW]:
            for limit in (b"max", b"min"):
                yield site.replaced("wrap/limit by another", right, b"%b(%b, %b)" % (limit, beside, text(right)))


def _set_beside(site: Site, left: Node | None) -> list[bytes]:
    """Give the elements that the function sets of the same list: the best so far may be carried on from one of them."""
    if left is None or left.type != "subscript":
        return []
    whole = text_of(left.child_by_field_name("value"))
    targets = (each.child_by_field_name("left") for each in nodes_of(site.scope, ("assignment",)))
    same = [each for each in targets if each is not None and text_of(each.child_by_field_name("value")) == whole]
    return [each for each in dict.fromkeys(text(each) for each in same) if each != text(left)]


def _with_unused(site: Site) -> Iterator[Repair]:
    """Choose between a value and one that the function computes and never reads: ``max(last, end)`` of ``end``."""
    idle = _never_read(site)[:_FEW]
    for node in values(site, "identifier") if idle else ():
        for name in [
            name for name in idle if name != text(node) and place_of(node) in ("argument", "element", "assigned")
        ]:
            for limit in (b"max", b"min"):
                yield site.replaced("wrap/with unused", node, b"%b(%b, %b)" % (limit, name, text(node)))


def _never_read(site: Site) -> list[bytes]:
    """Give the names that the function binds and that stand nowhere else in it."""
    often = Counter(text(each) for each in nodes_of(site.scope, ("identifier",)))
    bound = nodes_of(site.scope, ("assignment", "for_statement"))
    left = [each.child_by_field_name("left") for each in bound]
    names = [name.encode() for each in left for name in names_in(each)]
    return [name for name in dict.fromkeys(names) if often[name] == 1 and name != b"_"]


def _repeated(site: Site, node: Node) -> Iterator[Repair]:
    """Make ``[x] * n`` of ``[x * n]``, and the other way round."""
    inner, outer = node.named_children, node.parent
    if len(inner) != 1:
        return
    sides = operands(inner[0]) if inner[0].type == "binary_operator" else None
    if sides is not None and text_of(operator_of(inner[0])) == "*":
        for one, times in (sides, sides[::-1]):
            new = b"[%b] * %b" % (text(one), firm(times, PRODUCT))
            yield site.replaced("wrap/repeated list", node, fitted(node, new, PRODUCT))
    around = operands(outer) if outer is not None and outer.type == "binary_operator" else None
    if outer is not None and around is not None and text_of(operator_of(outer)) == "*" and node == around[0]:
        new = b"[%b * %b]" % (firm(inner[0], PRODUCT), firm(around[1], UNARY))
        yield site.replaced("wrap/repeated element", outer, new)


def _of_both(site: Site, call: Node, left: bytes) -> Iterator[Repair]:
    """Make ``x = max(x, y)`` of ``x = max(…)``, with each variable."""
    for name in [each.encode() for each in site.names if each.encode() != left][:_MOST_NAMES]:
        yield site.replaced("wrap/limit", call, b"%b(%b, %b)" % (called(call).encode(), left, name))


def _of_numbers(site: Site) -> Iterator[Repair]:
    """Make numbers of the parts of a text, if the function does so with none of them."""
    for node in values(site, "call"):
        if called(node) == "split" and not _kept_in(node) & _made_numbers(site):
            for number in _NUMBERS:
                yield site.replaced("wrap/numbers of", node, b"list(map(%b, %b))" % (number.encode(), text(node)))


def _kept_in(value: Node) -> set[str]:
    parent = value.parent
    return set() if parent is None or parent.type != "assignment" else {*names_in(parent.child_by_field_name("left"))}


def _made_numbers(site: Site) -> set[str]:
    calls = (each for each in nodes_of(site.scope, ("call",)) if called(each) in _NUMBERS)
    return {name for each in calls for name in names_in(each)}


def _unwrapped(site: Site) -> Iterator[Repair]:
    for node in values(site, "call"):
        if called(node) in ("list", "tuple", "set") and len(arguments_of(node)) == 1:
            yield site.replaced("wrap/in list", node, b"[" + text(arguments_of(node)[0]) + b"]")
    for node in values(site, "list", "tuple"):
        inner = node.named_children
        if len(inner) == 1 and inner[0].type != "list_splat":
            yield site.replaced("wrap/out of brackets", node, fitted(node, text(inner[0]), strength(inner[0])))
    for node in values(site, "list"):
        yield from _repeated(site, node)
    for node in values(site, "list_comprehension"):
        if place_of(node) == "argument" and text_of(node.parent).count(",") == 0:
            yield site.replaced("wrap/list of", node, text(node)[1:-1])
