"""Between which numbers the values of an expression lie, if those of its names lie between some."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from itertools import pairwise, product
from math import inf, isinf, isnan
from typing import Any, NamedTuple


class UnclearError(Exception):
    """Nothing can be told of what an expression gives; perhaps it raises."""


class Range(NamedTuple):
    """All numbers from ``low`` to ``high``: whole ones, of which infinity is none, or those of a computer's kind."""

    low: float
    high: float
    whole: bool

    @property
    def is_one(self) -> bool:
        """Tell whether this is a single number."""
        return self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Tell whether there is a least and a largest one."""
        return not isinf(self.low) and not isinf(self.high)

    def holds(self, other: Range) -> bool:
        """Tell whether all numbers of another one are here."""
        return self.whole == other.whole and self.low <= other.low and other.high <= self.high


def exactly(number: float) -> Range:
    """Give the range of one number."""
    return Range(number, number, isinstance(number, int))


def range_of(node: ast.expr, known: Mapping[str, Range]) -> Range:
    """Give the range of an expression; raises ``UnclearError``, or what Python would."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return exactly(node.value)
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = range_of(node.operand, known)
        return Range(-number.high, -number.low, number.whole)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](range_of(node.left, known), range_of(node.right, known))
    raise UnclearError


def truth_of(node: ast.expr, known: Mapping[str, Range]) -> bool:
    """Tell whether a condition holds, whatever its names are; raises ``UnclearError`` if it may or may not."""
    if isinstance(node, ast.BoolOp):
        truths = [truth_of(each, known) for each in node.values]
        return all(truths) if isinstance(node.op, ast.And) else any(truths)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return not truth_of(node.operand, known)
    if isinstance(node, ast.Compare):
        sides = [range_of(each, known) for each in (node.left, *node.comparators)]
        return all(_compared(how, *both) for how, both in zip(node.ops, pairwise(sides), strict=True))
    return not _is_equal(range_of(node, known), exactly(0))


def _compared(how: ast.cmpop, left: Range, right: Range) -> bool:
    if isinstance(how, ast.Eq | ast.NotEq):
        return _is_equal(left, right) == isinstance(how, ast.Eq)
    if isinstance(how, ast.Lt | ast.GtE):
        return _is_less(left, right) == isinstance(how, ast.Lt)
    if isinstance(how, ast.Gt | ast.LtE):
        return _is_less(right, left) == isinstance(how, ast.Gt)
    raise UnclearError


def _is_less(left: Range, right: Range) -> bool:
    if left.high < right.low or left.low >= right.high:
        return left.high < right.low
    raise UnclearError


def _is_equal(left: Range, right: Range) -> bool:
    if left.high < right.low or right.high < left.low:
        return False
    if left.is_one and right.is_one:
        return True
    raise UnclearError


def _monotone(operation: Callable[[Any, Any], Any], left: Range, right: Range, *, whole: bool) -> Range:
    """Apply what is largest and least at ends of the ranges, also when it is rounded."""
    if not whole and any(each.whole and not each.is_bounded for each in (left, right)):
        raise UnclearError  # a whole number may be too large to be made one of the other kind
    ends = [operation(*both) for both in product(left[:2], right[:2])]
    if any(isnan(each) for each in ends):
        raise UnclearError
    return Range(min(ends), max(ends), whole)


def _sum(left: Range, right: Range) -> Range:
    return _monotone(operator.add, left, right, whole=left.whole and right.whole)


def _difference(left: Range, right: Range) -> Range:
    return _monotone(operator.sub, left, right, whole=left.whole and right.whole)


def _product(left: Range, right: Range) -> Range:
    for one, other in ((left, right), (right, left)):
        if not one.is_bounded and other.low <= 0 <= other.high:
            raise UnclearError  # infinity times zero is no number
    return _monotone(operator.mul, left, right, whole=left.whole and right.whole)


def _quotient(left: Range, right: Range) -> Range:
    if right.low <= 0 <= right.high:
        raise UnclearError
    return _monotone(operator.truediv, left, right, whole=False)


def _floor(left: Range, right: Range) -> Range:
    if not (left.whole and right.whole and right.is_one and right.low):
        raise UnclearError
    ends = [end * right.low if isinf(end) else end // right.low for end in left[:2]]
    return Range(min(ends), max(ends), whole=True)


def _rest(left: Range, right: Range) -> Range:
    if not (left.whole and right.whole and right.is_one and right.low):
        raise UnclearError
    if left.is_one:
        return exactly(left.low % right.low)
    return Range(min(0, right.low + 1), max(0, right.low - 1), whole=True)


_OPERATIONS: dict[type[ast.operator], Callable[[Range, Range], Range]] = {
    ast.Add: _sum,
    ast.Sub: _difference,
    ast.Mult: _product,
    ast.Div: _quotient,
    ast.FloorDiv: _floor,
    ast.Mod: _rest,
}


def beyond(before: float, now: float) -> Range:
    """Give all numbers that lie where one goes that was at one place and is at another; it alone where it stays."""
    low, high = (now if before <= now else -inf), (now if before >= now else inf)
    return Range(low, high, isinstance(now, int))
