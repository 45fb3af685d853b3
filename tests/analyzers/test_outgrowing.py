"""Which loops are sure never to end because of where their numbers go, and which may yet end."""

from __future__ import annotations

import math
import random
from collections import deque
from textwrap import dedent, indent
from typing import Any

import pytest

from gadfly_analyzers.trace.outgrowing import goes_on, loop_at
from gadfly_analyzers.values import Value

PASSES = 3  # before it is looked
MANY = 1_500  # more than it takes a number that doubles to be infinity
HUGE = 5_000  # bits of a number: with larger ones a pass takes too long


def is_sure(loop: str, names: dict[str, Any], gathered: tuple[str, ...] = ()) -> bool:
    """Tell what is said of a loop after some passes."""
    loop = dedent(loop).strip()
    node = loop_at(loop.encode(), 1)
    assert node is not None
    *_, before, now = passes(loop, PASSES, {**names})
    early, late = ({name: picture(of) for name, of in each.items()} for each in (before, now))
    return goes_on(node, early, late, gathered)


def picture(of: Any) -> Value:
    return Value(repr(of), type(of).__name__, literal=not isinstance(of, float) or math.isfinite(of))


def passes(loop: str, most: int, names: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the names as each pass finds them, up to so many passes."""
    head, _, body = loop.partition("\n")
    found: list[dict[str, Any]] = []

    def is_enough() -> bool:
        found.append({name: of for name, of in names.items() if not callable(of) and not name.startswith("__")})
        is_huge = any(isinstance(of, int) and of.bit_length() > HUGE for each in found[-1:] for of in each.values())
        return len(found) > most or is_huge

    text = f"{head}\n    if is_enough():\n        break\n{indent(dedent(body), '    ')}\n"
    exec(text, {"is_enough": is_enough, "__builtins__": {}}, names)
    return found


@pytest.mark.parametrize(
    ("loop", "names"),
    [
        ("while n != 0:\n    n -= 2", {"n": -1}),
        ("while n > 0:\n    n = n * 3 + k\n    k = n // 2", {"n": 1, "k": 0}),
        ("while a < b:\n    a, b = a - 1, b + a % 2", {"a": 1, "b": 2}),
        (
            "while money != goal:\n    money += money * rate / 100\n    years += 1",
            {"money": 9.0, "goal": 8, "rate": 5, "years": 0},
        ),
        (
            "while debt > 0:\n    part = debt * 20 / 100\n    debt = debt + part\n    debt = debt - 1",
            {"debt": 10.0, "part": 0},
        ),
        ("while n > 0:\n    n = n * 2.0", {"n": 1.0}),
        ("while True:\n    n -= 1\n    if n == 0:\n        break", {"n": 0}),
        (
            "while not (n < 0 or n >= top):\n    '''Wait.'''\n    if n > 5:\n        n = n / 2\n    pass",
            {"n": 1, "top": 9},
        ),
    ],
)
def test_a_loop_whose_numbers_go_away_from_its_end_never_ends(loop: str, names: dict[str, Any]) -> None:
    assert goes_far(loop, MANY, names)
    assert is_sure(loop, names)


@pytest.mark.parametrize(
    ("loop", "names"),
    [
        ("while n != 0:\n    n -= 2", {"n": 1_000_000}),
        ("while n > 0:\n    n = n * 0.5", {"n": 1.0}),
        ("while n - n == 0:\n    n = n * 2", {"n": 1.0}),
        ("while n * 0 == 0:\n    n = n * 2", {"n": 1.0}),
        ("while n > 0:\n    n = n * 2\n    k = n / 3", {"n": 1, "k": 0}),
        ("while n > 0:\n    n += step\n    step -= 1", {"n": 1, "step": 100}),
        ("while n < 9 or k > 0:\n    n += 1\n    k += 1\n    if k > 99:\n        break", {"n": 0, "k": 0}),
        ("while n > 0:\n    n += 1\n    k -= 1\n    part = n // k", {"n": 1, "k": 99, "part": 0}),
        ("while n > 0:\n    n += 1\n    name.append(n)", {"n": 1, "name": []}),
    ],
)
def test_of_a_loop_that_may_end_nothing_is_said(loop: str, names: dict[str, Any]) -> None:
    assert not is_sure(loop, names)


def test_what_only_gathers_has_no_part_in_it() -> None:
    loop = "while n > 0:\n    n += 1\n    found.append(n + 1)"
    assert is_sure(loop, {"n": 1, "found": []}, ("found",))
    assert not is_sure(loop, {"n": 1, "found": deque()}, ("found",))
    assert not is_sure(loop.replace("n + 1", "'n'"), {"n": 1, "found": []}, ("found",))
    assert not is_sure(loop.replace("append", "remove"), {"n": 1, "found": [3, 4, 5, 6]}, ("found",))


def test_what_is_held_sure_of_loops_at_random_is_so() -> None:
    chance, sure, ended = random.Random(7), 0, 0
    for _ in range(2_000):
        names = {name: chance.choice([0, 1, 2, 7, -3, 100, 1.5, -0.5, 1e300]) for name in "abc"}
        lines = [f"while {comparison(chance)}:"]
        lines += [f"    {chance.choice('abc')} {chance.choice(['', '+', '-', '*'])}= {term(chance)}" for _ in range(2)]
        if chance.random() < 0.3:
            lines += [f"    if {comparison(chance)}:", f"        {chance.choice(['break', 'a = ' + term(chance)])}"]
        loop = "\n".join(lines)
        if goes_far(loop, PASSES, names):
            said, goes = is_sure(loop, names), goes_far(loop, MANY, names)
            assert goes or not said, (loop, names)
            sure, ended = sure + said, ended + (not goes)
    assert sure > 100
    assert ended > 20


def goes_far(loop: str, most: int, names: dict[str, Any]) -> bool:
    """Tell whether a loop comes to more than so many passes, or to huge numbers."""
    try:
        found = passes(loop, most, {**names})
    except ArithmeticError:
        return False
    return len(found) > most or any(
        isinstance(of, int) and of.bit_length() > HUGE for each in found[-1:] for of in each.values()
    )


def term(chance: random.Random) -> str:
    one, other = (chance.choice(["a", "b", "c", "1", "2", "0.5"]) for _ in range(2))
    return f"{one} {chance.choice(['+', '-', '*', '/', '//', '%'])} {other}" if chance.random() < 0.6 else one


def comparison(chance: random.Random) -> str:
    return f"{chance.choice('abc')} {chance.choice(['<', '<=', '>', '>=', '!=', '=='])} {term(chance)}"


def test_numbers_that_are_none_are_not_taken_for_some() -> None:
    node = loop_at(b"while n != 0:\n    n -= 1", 1)
    assert node is not None
    assert not goes_on(node, {"n": picture(math.inf)}, {"n": picture(math.inf)})
    assert loop_at(b"while n:\n    (", 1) is None
