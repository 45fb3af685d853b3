"""Strategies of tutoring, for who compares them; each is one file, and all pass the same checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.models.strategies.critic import Critic
from gadfly_server.models.strategies.gadfly import Gadfly
from gadfly_server.models.strategies.recursive import Recursive
from gadfly_server.models.strategies.treeinstruct import TreeInstruct

if TYPE_CHECKING:
    from gadfly_server.models.strategies.strategy import Strategy

GADFLY: Strategy = Gadfly()
ALL: tuple[Strategy, ...] = (GADFLY, TreeInstruct(), Recursive(), Critic())


def of_name(name: str) -> Strategy:
    """The strategy with a name; ours if there is none."""
    return next((each for each in ALL if each.name == name), GADFLY)
