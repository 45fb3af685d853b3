"""Which statements can have had a say in what a failing test saw: a backward slice over names.

M. Weiser, "Program Slicing" (1981), here over the statements that ran, without regard to their order: a statement is in
the slice if it may set or change a name that a result, or the way to it, depends on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.site import Site
from gadfly_analyzers.outline import Statement

_RESULTS = ("return_statement", "raise_statement", "assert_statement")
_LEAVING = ("yield", "await")
_TARGETS = ("assignment", "augmented_assignment", "for_statement", "for_in_clause")
_PRINTS = ("print", "input")
_JUMPS = ("break_statement", "continue_statement")


def in_slice(sites: Mapping[Statement, Site]) -> frozenset[Statement]:
    """Choose among statements, given in the order in which they begin, those in the slice of all results."""
    setting: dict[str, list[Statement]] = {}
    for each, site in sites.items():
        for name in _changed(site):
            setting.setdefault(name, []).append(each)
    above = _headers(sites)
    chosen = {each for each, site in sites.items() if _shows(site)}
    waiting, wanted = list(chosen), set[str]()
    while waiting:
        statement = waiting.pop()
        needed = set(_names(sites[statement])) - wanted
        wanted |= needed
        header = above.get(statement)
        found = {each for name in needed for each in setting.get(name, ())} | ({header} if header else set())
        waiting.extend(found - chosen)
        chosen |= found
    return frozenset(chosen)


def feeding(sites: Mapping[Statement, Site], statement: Statement) -> frozenset[Statement]:
    """Choose the statements of the same function that may set a name which a statement uses."""
    used = set(_names(sites[statement])) if statement in sites else set[str]()
    return frozenset(
        each
        for each, site in sites.items()
        if each is not statement and each.function == statement.function and used & set(_changed(site))
    )


def _headers(statements: Iterable[Statement]) -> dict[Statement, Statement]:
    """Give for each statement in a block the header of this block."""
    found: dict[Statement, Statement] = {}
    opened: list[tuple[Statement, Span]] = []
    for each in statements:
        while opened and opened[-1][1].end <= each.span.start:
            opened.pop()
        if opened:
            found[each] = opened[-1][0]
        if each.block:
            opened.append((each, each.block))
    return found


def _shows(site: Site) -> bool:
    """Tell whether a statement gives something away: returns, raises, prints, or leaves a loop."""
    if site.node.type in (*_RESULTS, *_JUMPS) or next(site.own(*_LEAVING), None) is not None:
        return True
    return any(text_of(call.child_by_field_name("function")) in _PRINTS for call in site.own("call"))


def _names(site: Site) -> Iterator[str]:
    for node in site.own("identifier"):
        yield text_of(node)


def _changed(site: Site) -> Iterator[str]:
    """Give the names that a statement may set, or whose objects it may change."""
    for node in site.own(*_TARGETS):
        yield from _all_names(node.child_by_field_name("left"))
    for call in site.own("call"):
        function = call.child_by_field_name("function")
        if function is not None and function.type == "attribute":
            yield from _all_names(function.child_by_field_name("object"))
        yield from _all_names(call.child_by_field_name("arguments"))
    if site.node.type in ("delete_statement", "with_statement", "except_clause", "named_expression"):
        yield from _names(site)


def _all_names(node: Node | None) -> Iterator[str]:
    waiting = [node] if node is not None else []
    while waiting:
        each = waiting.pop()
        if each.type == "identifier":
            yield text_of(each)
        waiting.extend(each.named_children)
