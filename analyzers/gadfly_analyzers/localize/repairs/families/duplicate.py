"""A statement of the function that is needed once more, or once more with another name."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import JUMPS, after, before, is_docstring, lines_of, standing
from gadfly_analyzers.localize.repairs.further_up import does_the_same_above
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import names_in
from gadfly_analyzers.localize.repairs.site import Site, text

_FEW = 10
_OTHERS = 3


def repairs(site: Site) -> Iterator[Repair]:
    """Repeat statements below this one (above, if it is a jump), and this one with one name changed."""
    node, lines = standing(site), lines_of(site)
    if node is None or lines is None or site.function is None:
        return
    is_jump = node.type in JUMPS
    put = lines.above if is_jump else lines.below
    near = {text(each) for each in (node, before(node) if is_jump else after(node)) if each is not None}
    simple = [each for each in nodes_of(site.scope, ("expression_statement",)) if not is_docstring(each)]
    others = [text(each) for each in simple if each.start_point.row == each.end_point.row]
    for other in [other for other in dict.fromkeys(others) if other not in near][:_FEW]:
        if is_jump or not does_the_same_above(site, node, other.decode("utf-8", "replace")):
            yield site.repair("duplicate/repeated", put(other))
    if node.type == "expression_statement":
        for other in _renamed(site):
            if other not in near and other not in others:
                yield site.repair("duplicate/with another name", lines.below(other))


def _renamed(site: Site) -> Iterator[bytes]:
    """Give the statement with all places of one name changed to another name of the function."""
    node = site.node
    whole = text(node)
    for name in names_in(node)[:_OTHERS]:
        places = [each for each in nodes_of(node, ("identifier",)) if text_of(each) == name]
        for new in [other for other in site.names if other != name][:_OTHERS]:
            changed = whole
            for place in reversed(places):
                start, end = place.start_byte - node.start_byte, place.end_byte - node.start_byte
                changed = changed[:start] + new.encode() + changed[end:]
            yield changed
