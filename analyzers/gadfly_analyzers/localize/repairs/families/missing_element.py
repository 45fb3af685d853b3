"""An element that nobody puts into a list, a set or a dictionary, or takes out; a list that is not put in order."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.blocks import JUMPS, LOOPS, after, header_of, lines_of, loop_around, standing
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import loop_names, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site

_FEW = 4

Update = tuple[str, str]


def repairs(site: Site) -> Iterator[Repair]:
    """Write what changes a list, a set or a dictionary below a statement, or above it if it jumps."""
    node, lines = standing(site), lines_of(site)
    if node is None or lines is None:
        return
    put = lines.above if node.type in JUMPS else lines.below
    for update, detail in {update: detail for detail, update in _updates(site, node)}.items():
        yield site.repair(f"missing_element/{detail}", put(update.encode()))


def _updates(site: Site, node: Node) -> Iterator[Update]:
    if loop_around(node) is not None and node.type not in LOOPS:
        yield from _of_holders(site, node)
    if node.type in LOOPS or (after(node) is None and header_of(node) != site.function):
        yield from _left_over(site)
    if node.type == "return_statement":
        yield from _in_order(site, node)
    yield from _taken_after(site)


def _of_holders(site: Site, node: Node) -> Iterator[Update]:
    found = roles(site)
    parts = tuple(dict.fromkeys((*loop_names(site), *names_in(node))))
    for part in [part for part in parts if part not in found.lists and part not in found.sets][:_FEW]:
        for name in found.lists[:2]:
            yield "append", f"{name}.append({part})"
        for name in found.sets[:2]:
            yield "add", f"{name}.add({part})"
        for name in found.dicts[:2]:
            yield "store", f"{name}[{part}] = {next((other for other in parts if other != part), 1)}"
    for name in found.lists[:2]:
        yield "take away", f"{name}.pop()"


def _left_over(site: Site) -> Iterator[Update]:
    """Add what is left over when a loop is done."""
    found = roles(site)
    others = [name for name in site.names if name not in found.lists]
    for name in found.lists[:2]:
        for value in (*others[-_FEW:], *(f"{each}[-1]" for each in found.series[:2] if each != name)):
            yield "left over", f"{name}.append({value})"


def _in_order(site: Site, node: Node) -> Iterator[Update]:
    for name in [name for name in names_in(node)[:2] if name not in roles(site).numbers]:
        yield "order", f"{name}.reverse()"
        yield "order", f"{name}.sort()"


def _taken_after(site: Site) -> Iterator[Update]:
    """Take away from one list what a statement has just put into another one."""
    series = roles(site).series
    for call in site.own("call"):
        arguments = call.child_by_field_name("arguments")
        method = text_of(call.child_by_field_name("function")).rpartition(".")[2]
        if method not in ("append", "add", "insert") or arguments is None or not arguments.named_children:
            continue
        value = arguments.named_children[-1]
        holders = [name for name in (*names_in(value), *series) if name in series and text_of(value) != name]
        for name in list(dict.fromkeys(holders))[:_FEW]:
            yield "take away", f"{name}.remove({text_of(value)})"
