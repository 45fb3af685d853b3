"""Which of several equally suspect statements to look at first.

The points were chosen on the development parts of the data sets that ``benchmarks/localization.py`` measures,
so that each of them gains; on no set may the order be worse than that of Ochiai alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.findings import Span
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_COMPUTING = frozenset(
    {
        "binary_operator",
        "boolean_operator",
        "call",
        "comparison_operator",
        "conditional_expression",
        "list_comprehension",
        "subscript",
    }
)
_COUNTED = _COMPUTING | {"not_operator", "slice", "unary_operator"}
_ASSIGNING = ("assignment", "augmented_assignment")
_MOST_COUNTED = 6
_MOST_DEPTH = 4

_LATEST = 12  # a statement at the end of the program against one at its start
_DEEPER = 2  # for each block around it
_LONGER = 1  # for each operation in it
_WRONG_KIND_OR_NAME = 9  # an exception that tells of a misspelt name or a wrong type tends to rise where the fault is …
_OTHER_ERROR = -6  # … and others where its effect is
_CALCULATES = 3
_SUBSCRIPTS = -4
_COMPUTED = {"assignment": 4, "return_statement": 4}
_SIMPLE = {"return_statement": -6}
_KINDS = {"augmented_assignment": 2, "if_statement": 2, "expression_statement": 2}
_OUTSIDE_FUNCTIONS = -100
_TELLING = frozenset({"AttributeError", "NameError", "TypeError", "UnboundLocalError"})


def leanings(
    source: Source, statements: Sequence[Statement], failing: Sequence[TestResult]
) -> Mapping[Statement, float]:
    """Give each statement its points."""
    inside = _types_inside(source, statements)
    errors = {test.raised.line: test.raised.type for test in failing if test.raised}
    depths = _depths(statements)
    own = [each for each in statements if each.function]
    places = {each: number / len(own) for number, each in enumerate(own)}
    return {
        each: _LATEST * places.get(each, 0.0)
        + _DEEPER * min(depths[each], _MOST_DEPTH)
        + _of_text(each, inside[each])
        + _of_error(each, errors)
        + (0 if each.function else _OUTSIDE_FUNCTIONS)
        for each in statements
    }


def _types_inside(source: Source, statements: Sequence[Statement]) -> dict[Statement, list[str]]:
    """List the types of the nodes in each statement's own text."""
    starts = [each.span.start for each in statements]
    found: dict[Statement, list[str]] = {each: [] for each in statements}
    for node in source.nodes(*_COUNTED, *_ASSIGNING):
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


def _of_text(statement: Statement, types: list[str]) -> int:
    """Give the points for what a statement does."""
    kind = next((each for each in types if each in _ASSIGNING), statement.kind)
    computes = any(each in _COMPUTING for each in types)
    points = _KINDS.get(kind, 0) + (_COMPUTED if computes else _SIMPLE).get(kind, 0)
    points += _CALCULATES if "binary_operator" in types else 0
    points += _SUBSCRIPTS if "subscript" in types else 0
    return points + _LONGER * min(sum(each in _COUNTED for each in types), _MOST_COUNTED)


def _of_error(statement: Statement, errors: Mapping[int | None, str]) -> int:
    """Give the points for an exception that was raised in a statement."""
    for line in range(statement.line, statement.end_line + 1):
        if line in errors:
            return _WRONG_KIND_OR_NAME if errors[line] in _TELLING else _OTHER_ERROR
    return 0
