"""What speaks for and against each statement, as numbers: from the text, from the tests, and from tried repairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import log, prod

from gadfly_analyzers.execution.results import RunResult, TestResult
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.hits import Hit
from gadfly_analyzers.localize.learned import Counts as KindCounts
from gadfly_analyzers.localize.learned import Learned, family_of
from gadfly_analyzers.localize.origins import of_raised
from gadfly_analyzers.localize.repairs.candidates import sites
from gadfly_analyzers.localize.repairs.families import ADDING
from gadfly_analyzers.localize.slice import feeding, in_slice
from gadfly_analyzers.localize.spectrum import Counts, lines_of
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

Features = dict[str, float]

_ASSIGNING = ("assignment", "augmented_assignment")
_OPERATIONS = frozenset(
    {
        "binary_operator",
        "boolean_operator",
        "call",
        "comparison_operator",
        "conditional_expression",
        "list_comprehension",
        "not_operator",
        "slice",
        "subscript",
        "unary_operator",
    }
)
# Exceptions that tell of a wrong value, which some other statement may have made.
_OF_VALUES = frozenset({"AttributeError", "IndexError", "KeyError", "TypeError", "ValueError", "ZeroDivisionError"})
_NONE = KindCounts()
_UNRANKED, _SMALL_SHARE = 0.01, 0.02
_LOOPS = ("for_statement", "while_statement")
_MOST_COUNTED = 6
_MOST_DEPTH = 4
_SELDOM = 3.0  # so that a weight may come of what is seldom seen, but then tells much
_MANY_FAMILIES = 5  # that more come together by chance is no more unlikely
# Exceptions that tell of a misspelt name or a wrong type tend to rise where the fault is, others where its effect is.
_TELLING = frozenset({"AttributeError", "NameError", "NotImplementedError", "TypeError", "UnboundLocalError"})


def of_first(
    source: Source, counts: Mapping[Statement, Counts], run: RunResult, findings: Sequence[Finding]
) -> dict[Statement, Features]:
    """Give what the text, its patterns and the tests say of each statement that failing tests run."""
    certain, asked = (places_of(each for each in findings if each.certain is sure) for sure in (True, False))
    statements = source.statements()
    inside = _types_inside(source, statements)
    depths = _depths(statements)
    own = [each for each in counts if each.function]
    nodes = {site.statement: site for site in sites(source, counts)}
    sliced = in_slice(nodes)
    raising = {test.raised.line for test in run.failing if test.raised and test.raised.type in _OF_VALUES}
    made = {found for test in run.failing if test.raised for found in of_raised(nodes, test.raised)}
    fed = {each for at in counts if raising & {*lines_of(at)} for each in feeding(nodes, at)}
    places = {each: number / len(own) for number, each in enumerate(own)}
    best = max((each.score for each in counts.values()), default=1.0)
    return {
        each: {
            "spectrum": log(max(seen.score / best, 0.05)),
            "spectrum/best": float(seen.score >= best - 1e-9),
            "spectrum/never passes": float(not seen.passing),
            "spectrum/in every failing test": float(seen.failing == seen.all_failing),
            "slice": float(each in sliced),
            "raised/feeds": float(each in fed),
            "raised/made its type": _SELDOM * ((each, "type") in made),
            "raised/set its index": _SELDOM * ((each, "index") in made),
            "pattern/certain": _SELDOM * holds_any(each, certain),
            "pattern/asks": float(holds_any(each, asked)),
            "text/place": places.get(each, 0.0),
            "text/depth": min(depths[each], _MOST_DEPTH) / _MOST_DEPTH,
            "text/outside functions": float(not each.function),
            **_of_text(each, inside[each]),
            **_of_endings(source, each, run.failing),
        }
        for each, seen in counts.items()
    }


def places_of(findings: Iterable[Finding]) -> list[int]:
    """Give the bytes at which patterns were seen, in their order."""
    return sorted(each.span.start for each in findings)


def holds_any(statement: Statement, places: Sequence[int]) -> bool:
    """Tell whether one of some places, given in their order, is in a statement's own text."""
    at = bisect_left(places, statement.span.start)
    return at < len(places) and places[at] < statement.span.end


def of_search(
    hits: Sequence[Hit], run: RunResult, learned: Learned, without: Mapping[str, KindCounts] | None = None
) -> Features:
    """Give what tried repairs say of the one statement that these hits are about.

    ``without`` holds by kind what to leave out of the counts: those of the program itself, while learning.
    """
    leave = without or {}
    alone = [hit for hit in hits if not hit.others]
    found: Features = {}
    if whole := [hit for hit in alone if hit.whole]:
        kinds = {each.kind for each in whole}
        found["whole"] = 1.0
        found["whole/rate"] = _logit(max(learned.whole_is_right(kind, leave.get(kind, _NONE)) for kind in kinds))
        found["whole/number"] = log(len(whole))
        found["whole/kinds"] = log(len(kinds))
        found["whole/failing tests"] = log(len(run.failing))
        found["whole/passing tests"] = log(1 + len(run.tests) - len(run.failing))
        families = {family_of(kind) for kind in kinds}
        found["whole/families"] = min(len(families), _MANY_FAMILIES) - 1.0
        found["whole/only adds"] = float(families <= ADDING)
        return found
    if partial := [hit for hit in alone if hit.repaired]:
        unbroken = [hit for hit in partial if not hit.breaks]
        kinds = {each.kind for each in unbroken or partial}
        found["partial/unbroken"] = float(bool(unbroken))
        found["partial/unbroken of some"] = float(bool(unbroken) and len(run.tests) > len(run.failing))
        found["partial/share"] = max(len(hit.repaired) for hit in unbroken or partial) / max(len(run.failing), 1)
        found["partial/rate"] = _logit(max(learned.partial_is_right(kind, leave.get(kind, _NONE)) for kind in kinds))
        found["partial/number"] = log(len(unbroken or partial))
    elif alone:
        kinds = {each.kind for each in alone}
        found["farther"] = max(len(hit.farther) for hit in alone) / max(len(run.failing), 1)
        found["farther/rate"] = _logit(max(learned.farther_is_right(kind, leave.get(kind, _NONE)) for kind in kinds))
    return found


class Joined:
    """What repairs that were tried together say: where some make every test pass, the fault is where one of these is.

    ``first`` holds the chances of statements before the search.
    """

    def __init__(self, hits: Sequence[Hit], first: Mapping[Span, float], learned: Learned) -> None:
        self._most_alone = max((len(hit.repaired) for hit in hits if not hit.others), default=0)
        whole: dict[frozenset[Span], float] = {}
        for hit in hits:
            if hit.whole and hit.others:
                worth = prod(first.get(at, _UNRANKED) * learned.partial_is_right(kind) for at, kind in hit.parts)
                spans = frozenset(at for at, _ in hit.parts)
                whole[spans] = max(worth, whole.get(spans, 0.0))
        self._whole, self._sum = whole, sum(whole.values())

    def features(self, span: Span, hits: Sequence[Hit], run: RunResult) -> Features:
        """Give what this says of a statement that these hits are about."""
        if self._whole:
            share = sum(worth for spans, worth in self._whole.items() if span in spans) / self._sum
            return {"pair/share": log(1 + share / _SMALL_SHARE)}
        together = max((len(hit.repaired) for hit in hits if hit.others and not hit.breaks), default=0)
        return {"pair/more": max(together - self._most_alone, 0) / max(len(run.failing), 1)}


def _logit(rate: float) -> float:
    return log(rate / (1 - rate))


def _types_inside(source: Source, statements: Sequence[Statement]) -> dict[Statement, list[str]]:
    """List the types of the nodes in each statement's own text."""
    starts = [each.span.start for each in statements]
    found: dict[Statement, list[str]] = {each: [] for each in statements}
    for node in source.nodes(*_OPERATIONS, *_ASSIGNING):
        at = bisect_right(starts, node.start_byte) - 1
        if at >= 0 and node.end_byte <= statements[at].span.end:
            found[statements[at]].append(node.type)
    return found


def _depths(statements: Sequence[Statement]) -> dict[Statement, int]:
    """Count the blocks around each statement, given in the order in which they begin."""
    depths: dict[Statement, int] = {}
    open_blocks: list[Span] = []
    for each in statements:
        while open_blocks and open_blocks[-1].end <= each.span.start:
            open_blocks.pop()
        depths[each] = len(open_blocks)
        if each.block:
            open_blocks.append(each.block)
    return depths


def _of_text(statement: Statement, types: Sequence[str]) -> Features:
    """Say what a statement does."""
    kind = next((each for each in types if each in _ASSIGNING), statement.kind)
    operations = [each for each in types if each in _OPERATIONS]
    return {
        f"kind/{kind}": 1.0,
        f"kind/{kind}/computes": float(bool(operations)),
        "text/operations": min(len(operations), _MOST_COUNTED) / _MOST_COUNTED,
        **{f"text/{each}": 1.0 for each in set(operations)},
    }


def _of_endings(source: Source, statement: Statement, failing: Sequence[TestResult]) -> Features:
    """Say which failing tests ended in a statement, and how; of a loop, which were stopped inside."""
    found: Features = {}
    inside = _lines_inside(source, statement)
    for test in failing:
        if test.raised and test.raised.line in lines_of(statement):
            found["raised/telling" if test.raised.type in _TELLING else "raised/other"] = 1.0
        if test.stop and test.stop.line in lines_of(statement):
            found["stopped/here"] = 1.0
        if test.stop and test.stop.line in inside and statement.kind in _LOOPS:
            found["stopped/inside"] = 1.0
    return found


def _lines_inside(source: Source, statement: Statement) -> range:
    """Give the lines of a statement with its block."""
    end = statement.block.end if statement.block else statement.span.end
    return range(statement.line, source.line_of(max(statement.span.start, end - 1)) + 2)
