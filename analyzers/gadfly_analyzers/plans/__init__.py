"""The common ways of doing things in small programs, each with a worked example: a catalogue, read when somebody asks.

Plans in the sense of Soloway and Ehrlich, "Empirical Studies of Programming Knowledge" (1984): what an expert sees as
one piece, such as a running total, and a novice as lines. Most slips at a line are made in carrying out the plan that
it belongs to, and show no misconception.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from gadfly_analyzers.plans.plan import Plan

# The more special first: the first whose sign a line has is what the line is most likely about.
PLANS = (
    "shares-of-a-whole",
    "average",
    "halving",
    "counting-by-name",
    "neighbours",
    "swap",
    "grid",
    "filter",
    "each-one-changed",
    "chain",
    "counting-backwards",
    "smaller-call",
    "pairs",
    "order-by-key",
    "no-doubles",
    "cut-and-join",
    "best-of-two",
    "distance",
    "membership",
    "counter",
    "growing-text",
    "running-total",
    "full-and-left-over",
    "text-to-number",
    "edge-counts",
    "edge-does-not-count",
    "turned-round",
    "sum-of-products",
    "block",
    "brackets-in-pairs",
    "quotes-in-pairs",
)


@cache
def by_id(identity: str) -> Plan:
    """Read one plan; its file is read once. Raise ``KeyError`` if there is none of that name."""
    from gadfly_analyzers.plans.reading import read  # noqa: PLC0415 - nobody has asked before

    if identity not in PLANS:
        raise KeyError(f"no plan is called {identity!r}")
    return read(identity, resources.files(__package__).joinpath(f"catalogue/{identity}.toml").read_text("utf-8"))


def everything() -> tuple[Plan, ...]:
    """Give all plans, the more special first."""
    return tuple(map(by_id, PLANS))
