"""What conditions demand of a value, and whether one demands all that another does."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import called, without_parentheses
from gadfly_analyzers.patterns.reading.bounds import MIRRORED, number_of

# Calls that give the same answer twice and do nothing else.
_CALM = ("len", "abs", "isinstance", "int", "float", "str", "sum", "min", "max")
_CALM_METHODS = ("count", "startswith", "endswith", "lower", "upper", "strip")
_MOST_CHOICES = 8
_NAMED = ("identifier", "attribute", "subscript")
_SIGNS = re.compile(rb"\(|:=")


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers between two limits; an open side leaves its limit out."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    def met(self, other: Interval) -> Interval:
        """Give the numbers that are in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    @property
    def is_empty(self) -> bool:
        """Whether no number is in it."""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def holds(self, other: Interval) -> bool:
        """Tell whether all numbers of another are in this one."""
        return self.met(other) == other


@dataclass(frozen=True, slots=True)
class Demand:
    """Things that are all demanded at once: limits of values, divisors of values, and other tests by their text."""

    limits: tuple[tuple[str, Interval], ...] = ()
    divisors: tuple[tuple[str, int], ...] = ()
    others: frozenset[str] = frozenset()

    def joined(self, other: Demand) -> Demand:
        """Give what both demand together."""
        limits = dict(self.limits)
        for name, interval in other.limits:
            limits[name] = limits[name].met(interval) if name in limits else interval
        divisors = dict(self.divisors)
        for name, divisor in other.divisors:
            divisors[name] = math.lcm(divisors.get(name, 1), divisor)
        return Demand(tuple(limits.items()), tuple(divisors.items()), self.others | other.others)

    def implies(self, other: Demand) -> bool:
        """Tell whether whatever meets this one meets another too."""
        limits, divisors = dict(self.limits), dict(self.divisors)
        return (
            all(name in limits and interval.holds(limits[name]) for name, interval in other.limits)
            and all(divisors.get(name, 1) % divisor == 0 for name, divisor in other.divisors)
            and all(test in self.others or _differs(test, limits) for test in other.others)
        )


def _differs(test: str, limits: dict[str, Interval]) -> bool:
    """Tell whether limits keep a value from the number that a test such as `n!=0` keeps it from."""
    name, sign, number = test.partition("!=")
    if not sign or name not in limits or not number.lstrip("-").isdigit():
        return False
    return limits[name].met(Interval(float(number), float(number))).is_empty


Choice = tuple[Demand, ...]


def choice_of(condition: Node | None) -> Choice:
    """Read a condition as a choice of demands; none if it cannot be judged."""
    if condition is None:
        return ()
    condition = without_parentheses(condition)
    if condition.type == "boolean_operator":
        return _joined(condition)
    if condition.type == "comparison_operator" and (compared := _compared(condition)) is not None:
        return (compared,)
    return (Demand(others=_tests(_normal(condition))),) if _is_calm(condition) else ()


def _tests(condition: str) -> frozenset[str]:
    """Give a test with what follows from it: whatever is a digit or a letter is one of both."""
    value, _, method = condition.rpartition(".")
    return frozenset({condition, f"{value}.isalnum()"} if method in ("isdigit()", "isalpha()") else {condition})


def implies(later: Choice, earlier: Choice) -> bool:
    """Tell whether the earlier condition is true whenever the later one is."""
    return bool(later) and all(any(demand.implies(other) for other in earlier) for demand in later)


def overlap(one: Choice, other: Choice) -> bool:
    """Tell whether two conditions are limits of one value that share some but not all numbers."""
    if len(one) != 1 or len(other) != 1:
        return False
    mine, theirs = one[0], other[0]
    if any((each.divisors or each.others or len(each.limits) != 1) for each in (mine, theirs)):
        return False
    (name, interval), (other_name, other_interval) = mine.limits[0], theirs.limits[0]
    return name == other_name and not interval.met(other_interval).is_empty and not interval.holds(other_interval)


def _joined(condition: Node) -> Choice:
    left, right = (choice_of(condition.child_by_field_name(side)) for side in ("left", "right"))
    if not left or not right or len(left) * len(right) > _MOST_CHOICES:
        return ()
    operator = condition.child_by_field_name("operator")
    if operator is not None and operator.type == "or":
        return (*left, *right)
    return tuple(one.joined(other) for one in left for other in right)


def _compared(condition: Node) -> Demand | None:
    """Read comparisons of one value with numbers; others are taken by their text."""
    operands = [without_parentheses(child) for child in condition.named_children]
    operators = [child.type for child in condition.children if not child.is_named]
    if len(operators) != len(operands) - 1 or not _is_calm(condition):
        return None
    demand = Demand()
    for left, operator, right in zip(operands, operators, operands[1:], strict=False):
        one = _of_pair(left, operator, right)
        if one is None:
            return None
        demand = demand.joined(one)
    return demand


def _of_pair(left: Node, operator: str, right: Node) -> Demand | None:
    if operator == "!=":
        return None
    if operator in MIRRORED and left.type in _NAMED and right.type in _NAMED:
        return Demand(limits=(_of_two(_normal(left), operator, _normal(right)),))
    limit, value = number_of(right), left
    if limit is None and operator in MIRRORED:
        limit, value, operator = number_of(left), right, MIRRORED[operator]
    if limit is None or operator not in MIRRORED:
        return None
    if limit == 0 and operator == "==" and (divided := _divided(value)) is not None:
        return Demand(divisors=(divided,))
    return Demand(limits=((_normal(value), _interval(operator, limit)),))


def _of_two(left: str, operator: str, right: str) -> tuple[str, Interval]:
    """Read a comparison of two values as one of their difference with 0."""
    if left > right:
        left, operator, right = right, MIRRORED[operator], left
    return f"{left} - {right}", _interval(operator, 0)


def _interval(operator: str, limit: float) -> Interval:
    interval = Interval()
    if operator in ("<", "<=", "=="):
        interval = replace(interval, high=limit, high_open=operator == "<")
    if operator in (">", ">=", "=="):
        interval = replace(interval, low=limit, low_open=operator == ">")
    return interval


def _divided(value: Node) -> tuple[str, int] | None:
    """Read `value % 3`, whose equality with 0 is asked."""
    operator, by = value.child_by_field_name("operator"), value.child_by_field_name("right")
    if value.type != "binary_operator" or operator is None or operator.type != "%" or by is None:
        return None
    divisor = number_of(by)
    if divisor is None or divisor < 1 or divisor != int(divisor):
        return None
    return _normal(value.child_by_field_name("left")), int(divisor)


def _is_calm(condition: Node) -> bool:
    """Tell whether a condition gives the same answer when it is asked again at once."""
    if not _SIGNS.search(condition.text or b""):
        return True
    if nodes_of(condition, ("named_expression", "await", "yield")):
        return False
    return all(_is_calm_call(called(call)) for call in nodes_of(condition, ("call",)))


def _is_calm_call(name: str) -> bool:
    method = name.rpartition(".")[2]
    return name in _CALM or ("." in name and (method in _CALM_METHODS or method.startswith("is")))


def _normal(node: Node | None) -> str:
    return "".join(text_of(node).split())
