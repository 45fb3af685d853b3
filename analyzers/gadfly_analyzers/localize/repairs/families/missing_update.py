"""A step that is missing: a counter, a move to the next element, something added, something taken away."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import LOOPS, after, header_of, lines_of, loop_around, standing
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import assigned_in, loop_names, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_JUMPS = ("return_statement", "break_statement", "continue_statement", "raise_statement")
_LINKS = ("next", "successor", "parent", "left", "right")
_FEW = 4

Update = tuple[str, str]


def repairs(site: Site) -> Iterator[Repair]:
    """Write updates below a statement; those that come before a jump, above it."""
    node = standing(site)
    lines = lines_of(site)
    if node is None or lines is None:
        return
    put = lines.above if node.type in _JUMPS else lines.below
    for detail, update in dict.fromkeys(_updates(site, node)):
        yield site.repair(f"missing_update/{detail}", put(update.encode()))


def _updates(site: Site, node: Node) -> Iterator[Update]:
    loop = loop_around(node)
    if loop is not None and node.type not in LOOPS:
        yield from _of_numbers(site, node, loop)
        yield from _of_stale(site, loop)
        yield from _of_holders(site, node)
    if node.type in LOOPS or (after(node) is None and header_of(node) is not site.function):
        yield from _after_loop(site)
    if node.type == "return_statement" or loop is not None:
        yield from _in_place(site, node)
    yield from _taken_after(site)


def _of_numbers(site: Site, node: Node, loop: Node) -> Iterator[Update]:
    changed = [text_of(each.child_by_field_name("left")) for each in nodes_of(site.scope, ("augmented_assignment",))]
    asked = names_in(loop.child_by_field_name("condition"))
    known = (*asked, *changed, *roles(site).numbers)
    numbers = [name for name in dict.fromkeys(known) if name in site.names and name not in loop_names(site)]
    for name in numbers[:_FEW]:
        if node.type not in ("expression_statement", "pass_statement") or name not in assigned_in(node):
            yield "plus 1", f"{name} += 1"
            yield "minus 1", f"{name} -= 1"
    for name in numbers[:2]:
        for part in loop_names(site)[:1]:
            yield "sum", f"{name} += {part}"


def _of_stale(site: Site, loop: Node) -> Iterator[Update]:
    """Move on what the loop reads but never changes, though it changed before: ``previous = node``."""
    read = names_in(loop)
    changed = assigned_in(loop)
    block = site.scope.child_by_field_name("body")
    first = assigned_in(block) if block is not None else set()
    condition = names_in(loop.child_by_field_name("condition"))
    stale = [name for name in read if name not in changed and (name in first or name in condition)]
    links = [text_of(each.child_by_field_name("attribute")) for each in nodes_of(site.scope, ("attribute",))]
    for name in stale[:_FEW]:
        for other in [name for name in read if name in changed or name in loop_names(site)][:_FEW]:
            yield "moved on", f"{name} = {other}"
            yield "moved on", f"{name} = {other} + 1"
    for name in [name for name in read if name in condition or name in stale][:_FEW]:
        for link in dict.fromkeys(link for link in links if link in _LINKS):
            yield "linked", f"{name} = {name}.{link}"


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


def _after_loop(site: Site) -> Iterator[Update]:
    """Add what is left over when a loop is done."""
    found = roles(site)
    others = [name for name in site.names if name not in found.lists]
    for name in found.lists[:2]:
        for value in (*others[-_FEW:], *(f"{each}[-1]" for each in found.series[:2] if each != name)):
            yield "left over", f"{name}.append({value})"


def _in_place(site: Site, node: Node) -> Iterator[Update]:
    for name in names_in(node)[:2]:
        if name in roles(site).series and node.type == "return_statement":
            yield "in place", f"{name}.reverse()"
            yield "in place", f"{name}.sort()"


def _taken_after(site: Site) -> Iterator[Update]:
    """Take away from a list what a statement has just put into another one."""
    for call in site.own("call"):
        arguments = call.child_by_field_name("arguments")
        method = text_of(call.child_by_field_name("function")).rpartition(".")[2]
        if method not in ("append", "add", "insert") or arguments is None or not arguments.named_children:
            continue
        value = arguments.named_children[-1]
        others = (*names_in(value), *roles(site).series)
        holders = [name for name in others if name in roles(site).series and text_of(value) != name]
        for name in list(dict.fromkeys(holders))[:_FEW]:
            yield "take away", f"{name}.remove({text(value).decode()})"
