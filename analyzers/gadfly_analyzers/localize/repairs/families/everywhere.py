"""The same mistake in several places of a function: a name, an answer or a comparison changed in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_ANSWERS = (b"0", b"None", b"[]", b'""', b"False", b"True", b"-1", b"1")
_LITERALS = ("true", "false", "none", "integer", "string", "list", "tuple", "unary_operator", "identifier")
_SIGNS = {"<": ("<=", ">"), "<=": ("<", ">=", "=="), ">": (">=", "<"), ">=": (">", "<=", "=="), "==": ("!=",)}
_FEW = 4


def repairs(site: Site) -> Iterator[Repair]:
    """Change what stands in this statement and in others of the function as well."""
    if site.function is None:
        return
    yield from _names(site)
    yield from _comparisons(site)
    yield from _answers(site)


def _names(site: Site) -> Iterator[Repair]:
    """Mean another variable wherever one that is read here is read from here on."""
    start = site.node.start_byte
    read = [each for each in nodes_of(site.scope, ("identifier",)) if each.start_byte >= start and _is_read(each)]
    often = Counter(text_of(each) for each in read)
    own = dict.fromkeys(text_of(each) for each in site.own("identifier") if _is_read(each))
    for name in [name for name in own if often[name] > 1][:_FEW]:
        places = [each for each in read if text_of(each) == name]
        for other in [other for other in site.names if other not in (name, "self")][:_FEW]:
            yield site.repair("everywhere/name", *(_put(each, other.encode()) for each in places))


def _is_read(name: Node) -> bool:
    parent = name.parent
    if parent is None or parent.type in ("parameters", "function_definition", "pattern_list", "keyword_argument"):
        return False
    field = {"attribute": "attribute", "call": "function"}.get(parent.type, "left")
    return parent.child_by_field_name(field) != name


def _comparisons(site: Site) -> Iterator[Repair]:
    signs = [
        sign
        for comparison in nodes_of(site.scope, ("comparison_operator",))
        for sign in comparison.children_by_field_name("operators")
    ]
    own = {sign.type for each in site.own("comparison_operator") for sign in each.children_by_field_name("operators")}
    for old in sorted(own & _SIGNS.keys()):
        places = [sign for sign in signs if sign.type == old]
        for new in _SIGNS[old] if len(places) > 1 else ():
            yield site.repair("everywhere/comparison", *(_put(each, new.encode()) for each in places))


def _answers(site: Site) -> Iterator[Repair]:
    """Return something else wherever this is returned; or exchange it with what is returned elsewhere."""
    own = _answer(site.node)
    if own is None:
        return
    answers = [each for other in nodes_of(site.scope, ("return_statement",)) if (each := _answer(other)) is not None]
    same = [each for each in answers if text(each) == text(own)]
    if len(same) > 1:
        for new in [new for new in _ANSWERS if new != text(own)]:
            yield site.repair("everywhere/answer", *(_put(each, new) for each in same))
    for other in list(dict.fromkeys(text(each) for each in answers if text(each) != text(own)))[:_FEW]:
        there = (_put(each, text(own)) for each in answers if text(each) == other)
        yield site.repair("everywhere/answers exchanged", *there, *(_put(each, other) for each in same))


def _answer(node: Node) -> Node | None:
    """Give what a statement returns if it is plain."""
    value = node.named_children[0] if node.type == "return_statement" and node.named_children else None
    return value if value is not None and value.type in _LITERALS else None


def _put(node: Node, new: bytes) -> Edit:
    return Edit(node.start_byte, node.end_byte, new)
