"""A step that is missing: a counter, a move to what comes next, or a value kept before it is overwritten."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import JUMPS, LOOPS, header_of, lines_of, loop_around, standing
from gadfly_analyzers.localize.repairs.further_up import does_the_same_above
from gadfly_analyzers.localize.repairs.likely import LINKS
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import assigned_in, loop_names, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site

_FEW = 4

Update = tuple[str, str]


def repairs(site: Site) -> Iterator[Repair]:
    """Write updates below the statements of a loop (above those that jump), and above what changes a link."""
    node, lines = standing(site), lines_of(site)
    if node is None or lines is None:
        return
    loop = loop_around(node)
    if loop is not None and node.type not in LOOPS:
        put = lines.above if node.type in JUMPS else lines.below
        found = (*_of_numbers(site, node, loop), *_of_stale(site, loop))
        for update, detail in {update: detail for detail, update in found}.items():
            if not does_the_same_above(site, node, update):
                yield site.repair(f"missing_update/{detail}", put(update.encode()))
    elif node.type not in LOOPS and header_of(node) != site.function:
        put = lines.above if node.type in JUMPS else lines.below
        for detail, update in _in_a_branch(site, node):
            yield site.repair(f"missing_update/{detail} in a branch", put(update.encode()))
    for update in _linked_through(site):
        yield site.repair("missing_update/linked before", lines.above(update.encode()))
    for update in _kept(site, node):
        yield site.repair("missing_update/kept before", lines.above(update.encode()))


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
    yield from _as_elsewhere(site)


def _as_elsewhere(site: Site) -> Iterator[Update]:
    """Do to what is summed up elsewhere what may be missing here: add another number, begin anew, turn its sign."""
    summed = [text_of(each.child_by_field_name("left")) for each in nodes_of(site.scope, ("augmented_assignment",))]
    for each in nodes_of(site.scope, ("assignment",)):
        left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
        if right is not None and right.type == "binary_operator" and text_of(left) in names_in(right):
            summed.append(text_of(left))
    for name in list(dict.fromkeys(summed))[:_FEW]:
        yield "reset", f"{name} = 0"
        yield "negated", f"{name} = -{name}"
        for part in [each for each in roles(site).numbers if each != name][:_FEW]:
            yield "sum", f"{name} += {part}"
            yield "difference", f"{name} -= {part}"


def _in_a_branch(site: Site, node: Node) -> Iterator[Update]:
    """Count on, or turn the sign of, what the function counts with."""
    for name in [name for name in roles(site).numbers if name not in assigned_in(node)][:_FEW]:
        yield "plus 1", f"{name} += 1"
        yield "minus 1", f"{name} -= 1"
        yield "negated", f"{name} = -{name}"


def _of_stale(site: Site, loop: Node) -> Iterator[Update]:
    """Move on what the loop reads but never changes, though it changed before: ``previous = node``."""
    read = names_in(loop)
    changed = assigned_in(loop)
    block = site.scope.child_by_field_name("body")
    first = assigned_in(block) if block is not None else set()
    condition = names_in(loop.child_by_field_name("condition"))
    stale = [name for name in read if name not in changed and (name in first or name in condition)]
    for name in stale[:_FEW]:
        for other in [name for name in read if name in changed or name in loop_names(site)][:_FEW]:
            yield "moved on", f"{name} = {other}"
            yield "moved on", f"{name} = {other} + 1"
            for series in [each for each in roles(site).series if each in read][:2]:
                yield "moved on", f"{name} = {other} + len({series})"
    links = [text_of(each.child_by_field_name("attribute")) for each in nodes_of(site.scope, ("attribute",))]
    for name in [name for name in read if name in condition or name in stale][:_FEW]:
        for link in dict.fromkeys(link for link in links if link in LINKS):
            yield "linked", f"{name} = {name}.{link}"


def _linked_through(site: Site) -> Iterator[str]:
    """Keep what a link pointed to before another element comes between."""
    for assignment in site.own("assignment"):
        left, right = assignment.child_by_field_name("left"), assignment.child_by_field_name("right")
        if left is not None and right is not None and left.type == "attribute" and right.type == "identifier":
            yield f"{text_of(right)}.{text_of(left.child_by_field_name('attribute'))} = {text_of(left)}"


def _kept(site: Site, node: Node) -> Iterator[str]:
    """Keep a value before another takes its place, where a second name gets what the first gets elsewhere."""
    values: dict[str, set[str]] = {}
    for each in nodes_of(site.scope, ("assignment",)):
        left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
        if left is not None and left.type == "identifier":
            values.setdefault(text_of(left), set()).add(text_of(right))
    inner = node.named_children[0] if node.type == "expression_statement" else None
    name = text_of(inner.child_by_field_name("left")) if inner is not None and inner.type == "assignment" else ""
    for other in [each for each in values if each != name and values[each] & values.get(name, set())]:
        yield f"{other} = {name}"
