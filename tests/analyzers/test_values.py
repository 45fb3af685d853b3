"""Pictures of values are bounded, true, and made without the student's methods."""

from __future__ import annotations

import ast
import enum
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gadfly_analyzers.execution.probe.values import TEXT, kept, same, snapshot
from helpers.probing import python, run_script

__all__ = ["python"]

LITERALS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3), inner)
        | st.sets(st.integers() | st.text())
    ),
    max_leaves=30,
)


class Account:
    def __init__(self, balance: Any) -> None:
        self.balance = balance


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self) -> None:
        self.x = 1


called: list[str] = []


class Hostile(list[int]):
    """Every method that a picture might use does harm."""

    def harm(self, *_: Any) -> Any:
        called.append("method")
        raise RuntimeError

    __repr__ = __iter__ = __len__ = __eq__ = __hash__ = __getitem__ = __bool__ = harm  # type: ignore[assignment]


class HostileToAttributes:
    def __getattribute__(self, name: str) -> Any:
        called.append(name)
        raise RuntimeError


class Colour(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


@dataclass
class Point:
    x: int
    y: list[int]


Pair = namedtuple("Pair", "left right")


def looped() -> list[Any]:
    loop: list[Any] = [1]
    loop.append(loop)
    return loop


@pytest.mark.parametrize(
    ("value", "text", "literal"),
    [
        (3, "3", True),
        (2.0, "2.0", True),
        (float("nan"), "nan", False),
        ([1, float("inf")], "[1, inf]", False),
        ("a'b", '"a\'b"', True),
        ((1,), "(1,)", True),
        (set(), "set()", True),
        ({3, 20, 1}, "{1, 3, 20}", True),
        ({"b", "a"}, "{'a', 'b'}", True),
        ([{"a": {1}}], "[{'a': {1}}]", True),
        (frozenset([1]), "frozenset({1})", False),
        (looped(), "[1, [...]]", False),
        ([[[[[[1]]]]]], "[[[[[[...]]]]]]", False),
        (range(3), "range(0, 3)", False),
        (deque([1]), "deque([1])", False),
        (defaultdict(list, {1: [2]}), "defaultdict({1: [2]})", False),
        (OrderedDict(a=1), "OrderedDict({'a': 1})", False),
        (Counter("a"), "Counter({'a': 1})", False),
        (Decimal("1.5"), "Decimal('1.5')", False),
        (Account(3), "<Account balance=3>", False),
        (Account(Account("x")), "<Account balance=<Account balance='x'>>", False),
        (Slotted(), "<Slotted x=1>", False),
        (Colour.RED, "Colour.RED", False),
        (Level.LOW, "Level.LOW", False),
        (Point(1, [2]), "Point(x=1, y=[2])", False),
        (Pair(1, 2), "Pair(left=1, right=2)", False),
        (len, "<function len>", False),
        (Account, "<class Account>", False),
        (ValueError("no"), "ValueError('no')", False),
        (object(), "<object>", False),
        (iter([1]), "<list_iterator>", False),
        (10**5000, "<int of about 5001 digits>", False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_is_shown_as_one_would_write_it(value: Any, text: str, literal: bool) -> None:
    assert snapshot(value) == {"text": text, "type": type(value).__name__, "literal": literal}


@pytest.mark.parametrize(
    ("kind", "text"), [(Hostile, "Hostile([])"), (HostileToAttributes, "<HostileToAttributes>")], ids=["list", "object"]
)
def test_the_methods_of_the_student_are_not_called(kind: Any, text: str) -> None:
    called.clear()
    assert snapshot([kind()])["text"] == f"[{text}]"
    assert called == []


@given(LITERALS)
def test_a_literal_reads_back_as_the_value(value: Any) -> None:
    picture = snapshot(value)
    assert len(picture["text"]) <= TEXT
    assert picture == snapshot(value)
    if picture["literal"]:
        assert ast.literal_eval(picture["text"]) == value


@given(LITERALS.filter(lambda value: len(repr(value)) <= 60 and value == value))
@example(1e308 + 1e308j)  # whose distance from zero is no float
def test_a_short_value_of_built_in_types_is_a_literal(value: Any) -> None:
    try:
        reads_back = ast.literal_eval(repr(value)) == value and "0j" not in repr(value)
    except (ValueError, SyntaxError):
        reads_back = False
    deep = repr(value).count("[") + repr(value).count("(") + repr(value).count("{") > 4
    assert snapshot(value)["literal"] or not reads_back or deep


@pytest.mark.parametrize(
    "value", [list(range(100_000)), {n: n for n in range(100_000)}, set(range(100_000)), "a" * 10**6]
)
def test_a_large_value_is_cut(value: Any) -> None:
    picture = snapshot(value)
    assert len(picture["text"]) <= TEXT
    assert "..." in picture["text"]
    assert not picture["literal"]


def test_a_cut_value_is_no_literal_however_deep() -> None:
    assert not snapshot([["a" * 500]])["literal"]
    assert not snapshot([Account(1)])["literal"]


@given(st.lists(st.integers(-(10**20), 10**20), max_size=8), st.data())
def test_a_change_of_a_list_is_never_missed(values: list[int], data: st.DataObject) -> None:
    before, text = kept(values), snapshot(values)["text"]
    assert same(before, values) or len(values) > 8
    values.append(1) if data.draw(st.booleans()) or not values else values.__setitem__(0, values[0] + 1)
    assert not same(before, values)
    assert snapshot(values)["text"] != text


def test_what_is_inside_a_list_may_change() -> None:
    values = [[1]]
    assert not same(kept(values), values)


REPLACED = """
import builtins
from gadfly_analyzers.execution.probe.values import snapshot
class Stack:
    def __init__(self):
        self.items = [1]
saved = dict(vars(builtins))
for name in "len repr type list dict isinstance issubclass str sorted next any min".split():
    setattr(builtins, name, None)
told = [snapshot([1, "a"]), snapshot({2, 1}), snapshot(saved["type"]("T", (), {}))]
vars(builtins).update(saved)
tell([each["text"] for each in told])
tell([snapshot(value)["text"] for value in ([1], {1: "a"}, {3, 1}, (1,), 2.5, Stack())])
"""


def test_replaced_builtins_do_not_matter(python: str, tmp_path: Path) -> None:
    replaced, plain = run_script(python, REPLACED, tmp_path)
    assert replaced == ["[1, 'a']", "{1, 2}", "<class T>"]
    assert plain == ["[1]", "{1: 'a'}", "{1, 3}", "(1,)", "2.5", "<Stack items=[1]>"]
