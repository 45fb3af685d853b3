"""How often a loop goes round, and over what."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared, Version
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.trace.layout import LOOPS
from gadfly_analyzers.trace.readings import Activation

MOST_PASSES = 60  # of which the values are compared

_MORE = {
    Deviation.LOOP_ENDS_ONE_EARLY: Deviation.LOOP_ENDS_ONE_LATE,
    Deviation.LOOP_ENDS_EARLY: Deviation.LOOP_ENDS_LATE,
    Deviation.LOOP_STARTS_LATE: Deviation.LOOP_STARTS_EARLY,
}

Key = tuple[str, ...]


def rounds(compared: Compared) -> Deviation | None:
    """Compare the passes of the loop that the statement heads, each time that it is entered."""
    here, there = compared.statement, compared.there
    if here.kind not in LOOPS or there is None or there.kind not in LOOPS:
        return None
    for pair in compared.pairs:
        ours, theirs = _goes(compared.ours, pair.ours, here), _goes(compared.theirs, pair.theirs, there)
        for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
            if one != other:
                is_open = not pair.ours.ended and number == len(ours) - 1
                return _named(one, other, is_endless=is_open and len(one) > len(other), kind=here.kind)
    return None


def _named(ours: list[Key], theirs: list[Key], *, is_endless: bool, kind: str) -> Deviation | None:
    if is_endless:
        return Deviation.LOOP_ENDLESS
    if not ours:
        return Deviation.LOOP_NEVER
    if kind == "while_statement":  # what its names stand for is the work of its body
        ours, theirs = [()] * len(ours), [()] * len(theirs)
    if len(ours) < len(theirs):
        return _fewer(ours, theirs)
    if len(ours) > len(theirs):
        return _MORE.get(_fewer(theirs, ours), Deviation.LOOP_OTHER_ITEMS)
    same_items = sorted(ours) == sorted(theirs)
    return None if kind == "while_statement" else Deviation.OTHER_ORDER if same_items else Deviation.LOOP_OTHER_ITEMS


def _fewer(few: list[Key], many: list[Key]) -> Deviation:
    missing = len(many) - len(few)
    if few == many[: len(few)]:
        return Deviation.LOOP_ENDS_ONE_EARLY if missing == 1 else Deviation.LOOP_ENDS_EARLY
    return Deviation.LOOP_STARTS_LATE if few == many[missing:] else Deviation.LOOP_OTHER_ITEMS


def _goes(version: Version, run: Activation, loop: Statement) -> list[list[Key]]:
    """For each time that a loop is entered, its passes, each as the values that its header gives out."""
    passes = run.passes(loop.line)
    if passes is None:
        return []
    starts = {step.start for step in passes[:MOST_PASSES]}
    late = {step.start for step in passes[MOST_PASSES:]}
    names, block = list(_names(version, loop)), version.layout.block(loop)
    goes: list[list[Key]] = []
    inside = False
    for step in run.steps:
        if step.statement is not loop and step.statement.line not in block:
            inside = False
            continue
        if not inside:
            goes.append([])
            inside = True
        if step.start in starts:
            values = (run.value_before(name, step.start) for name in names)
            goes[-1].append(tuple(value.text if value else "" for value in values))
        elif step.start in late:
            goes[-1].append(())
    return goes


def _names(version: Version, loop: Statement) -> Iterator[str]:
    """The names that a ``for`` gives a value in each pass."""
    node = version.node(loop) if loop.kind == "for_statement" else None
    left = node.child_by_field_name("left") if node else None
    if left is not None:
        yield from (text_of(each) for each in nodes_of(left, ("identifier",)))
