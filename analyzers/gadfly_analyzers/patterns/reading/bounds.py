"""What a comparison with a limit lets through."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.reading.blocks import without_parentheses

MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_TURNED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
_LITERALS = ("integer", "float", "string", "unary_operator")
# Reading these twice gives the same value twice.
_STEADY = re.compile(r"[\w.]+(\[\w+\])*(\.(lower|upper|strip)\(\))?|len\(\w+\)|\w+ ?% ?\w+")
_PLAIN_TEXT = re.compile(r"""(["'])([^"'\\]*)\1""")

Value = int | float | str


@dataclass(frozen=True, slots=True)
class Bound:
    """A value's text, an operator and a limit; ``value`` is the limit where it is written out."""

    subject: str
    operator: str
    limit: str
    value: Value | None

    @property
    def is_steady(self) -> bool:
        """Whether the value is the same each time it is read."""
        return _STEADY.fullmatch(self.subject) is not None

    @property
    def is_above(self) -> bool:
        """Whether the limit stands above what is let through."""
        return self.operator in ("<", "<=")

    @property
    def is_below(self) -> bool:
        """Whether the limit stands below what is let through."""
        return self.operator in (">", ">=")

    @property
    def is_at_most_zero(self) -> bool:
        """Whether nothing above zero is let through."""
        return isinstance(self.value, int | float) and (self.value, self.operator) in ((0, "<"), (0, "<="), (1, "<"))

    def turned(self) -> Bound:
        """Give the bound that lets through what this one does not."""
        return replace(self, operator=_TURNED[self.operator])

    def excludes(self, other: Bound) -> bool:
        """Tell whether no value passes both, as far as their limits are written out."""
        mine, theirs = self.value, other.value
        if mine is None or theirs is None or isinstance(mine, str) != isinstance(theirs, str):
            return False
        if self.operator == "==":
            return not other.lets_through(mine)
        if other.operator == "==":
            return not self.lets_through(theirs)
        if self.is_above and other.is_below:
            return not self.lets_through(theirs)
        return self.is_below and other.is_above and not self.lets_through(theirs)

    def lets_through(self, value: Value) -> bool:
        """Tell whether a value passes, which must be of the limit's sort."""
        limit = self.value
        if isinstance(limit, str) and isinstance(value, str):
            return _compare(self.operator, (value > limit) - (value < limit))
        if isinstance(limit, int | float) and isinstance(value, int | float):
            return _compare(self.operator, (value > limit) - (value < limit))
        return True


def _compare(operator: str, order: int) -> bool:
    return {
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
        "==": order == 0,
        "!=": order != 0,
    }[operator]


def bound_of(node: Node) -> Bound | None:
    """Read a comparison of one thing with another, also with `not` before it."""
    node = without_parentheses(node)
    inner = node.child_by_field_name("argument") if node.type == "not_operator" else None
    if inner is None:
        return _compared(node)
    bound = _compared(without_parentheses(inner))
    return bound.turned() if bound is not None else None


def _compared(node: Node) -> Bound | None:
    if node.type != "comparison_operator" or len(node.children) != 3 or node.children[1].type not in MIRRORED:
        return None
    left, operator, right = node.children
    if left.type in _LITERALS:
        return Bound(text_of(right), MIRRORED[operator.type], text_of(left), _value(left))
    return Bound(text_of(left), operator.type, text_of(right), _value(right))


def _value(node: Node) -> Value | None:
    text = _PLAIN_TEXT.fullmatch(text_of(node)) if node.type == "string" else None
    return text[2] if text is not None else number_of(node)


def number_of(node: Node) -> float | None:
    """Give the value of a number in the text."""
    sign = 1
    if node.type == "unary_operator" and node.children[0].type == "-" and node.named_child_count == 1:
        sign, node = -1, node.named_children[0]
    if node.type not in ("integer", "float"):
        return None
    try:
        return sign * float(text_of(node))
    except ValueError:
        return None
