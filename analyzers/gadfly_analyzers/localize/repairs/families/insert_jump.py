"""A jump that is missing, or that should be another one: ``break``, ``continue``, ``return``."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.localize.repairs.blocks import JUMPS, after, header_of, lines_of, loop_around, standing
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_LOOP_JUMPS = ("break_statement", "continue_statement", "pass_statement")


def repairs(site: Site) -> Iterator[Repair]:
    """Write a jump below the last statement of a block, or put it in place of another."""
    node, lines = standing(site), lines_of(site)
    if node is None or site.function is None:
        return
    loop = loop_around(node)
    words = ("break", "continue", "return") if loop is not None else ("return",)
    if node.type in (*_LOOP_JUMPS, "return_statement"):
        old = node.type.split("_")[0]
        for new in words if node.type in _LOOP_JUMPS else words[:-1]:
            if new != old:
                yield site.replaced(f"insert_jump/{old} to {new}", node, new.encode())
    elif lines is not None and node.type not in JUMPS and after(node) is None and header_of(node) != site.function:
        for word in words:
            if word == "break" or header_of(node) != loop:
                yield site.repair(f"insert_jump/{word}", lines.below(word.encode()))
