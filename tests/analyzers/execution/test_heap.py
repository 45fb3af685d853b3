"""When two states of variables are held the same, with all that hangs on them."""

from __future__ import annotations

from collections import deque
from typing import Any

import pytest

from gadfly_analyzers.execution.probe.heap import MOST, state_of


class Node:
    """A piece of a chain."""

    def __init__(self, value: Any, after: Node | None = None) -> None:
        self.value = value
        self.after = after


class Asked:
    """Something that runs when it is looked at."""

    @property
    def value(self) -> int:
        return 1


class Counted:
    """Something that keeps what its class holds."""

    found: list[int] = []  # noqa: RUF012 - shared on purpose


class Equal:
    """Something that says itself what it is equal to."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class Narrow:
    """Something with slots."""

    __slots__ = ("value",)


class Bare:
    """Something without attributes."""

    __slots__ = ()


def ring(*values: Any) -> Node:
    last = first = Node(values[-1])
    for value in reversed(values[:-1]):
        first = Node(value, first)
    last.after = first
    return first


def chain(length: int) -> Node | None:
    first = None
    for number in range(length):
        first = Node(number, first)
    return first


def test_what_looks_the_same_in_other_objects_is_the_same() -> None:
    assert state_of({"node": ring(1, 2, 3), "n": [1, {"a": (2.5, None)}]}) == state_of(
        {"n": [1, {"a": (2.5, None)}], "node": ring(1, 2, 3)}
    )
    assert state_of({"node": chain(MOST)}) is not None
    assert state_of({}) is not None


def shared() -> dict[str, Any]:
    row = [0]
    return {"rows": [row, row]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": 1}, {"a": True}),
        ({"a": 0.0}, {"a": -0.0}),
        ({"a": [1, 2]}, {"a": (1, 2)}),
        ({"a": [[1], 2]}, {"a": [[1, 2]]}),
        ({"a": {"x": 1, "y": 2}}, {"a": {"y": 2, "x": 1}}),
        ({"a": {"x": 1}}, {"a": {"y": 1}}),
        ({"a": ring(1, 2)}, {"a": ring(2, 1)}),
        ({"a": ring(1)}, {"a": ring(1, 1)}),
        ({"a": deque([1])}, {"a": [1]}),
        (shared(), {"rows": [[0], [0]]}),
    ],
)
def test_the_nearest_others_are_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert None not in (state_of(one), state_of(other))
    assert state_of(one) != state_of(other)


@pytest.mark.parametrize(
    "value",
    [
        Asked(),
        Counted(),
        Equal(),
        Narrow(),
        Bare(),
        {1, 2},
        iter([1]),
        len,
        object(),
        Node,
        chain(MOST + 1),
        [0] * 1_000,
        {(1, 2): 3},
        type("Late", (int,), {})(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_of_what_cannot_be_seen_whole_nothing_is_told(value: Any) -> None:
    assert state_of({"a": 1, "b": value}) is None
