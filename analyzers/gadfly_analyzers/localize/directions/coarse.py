"""What can be said where runs tell too little: the sort of thing that is likely off, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_OF_FAMILIES = {
    Deviation.DECIDES: ("comparison", "condition", "logic", "branch"),
    Deviation.WORKS_OUT: (
        *("arithmetic", "bracket", "combined", "constant", "grouped", "initial", "off_by_one", "part", "swap_sides"),
        *("text", "wrap", "returned"),
    ),
    Deviation.NAMES: ("alike", "name", "outer_name", "reuse", "self_missing", "target", "missing_import"),
    Deviation.CALLS: ("argument", "call", "parameter", "recursion"),
    Deviation.LACKS: (
        *("guard", "insert_jump", "missing_element", "missing_return", "missing_update", "otherwise", "exception"),
    ),
}
_DEVIATIONS: Mapping[str, Deviation] = MappingProxyType(
    {family: deviation for deviation, families in _OF_FAMILIES.items() for family in families}
)


def likely(statement: Statement, source: Source, kind: str) -> Deviation | None:
    """Tell by the kind of a repair (``family/detail``) what sort of thing is off; ``None`` of one that says nothing."""
    if statement.kind == "expression_statement" and source.slice(statement.span).startswith("print("):
        return Deviation.PRINTS
    return _DEVIATIONS.get(kind.partition("/")[0])
