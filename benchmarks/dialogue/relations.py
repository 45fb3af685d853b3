"""How a result is wrong, in the tutor's words, and what has to hold for them to be true."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

from dialogue.runs import Bench


def crash(words: str, raised: str, said: str) -> bool | None:
    """Check how an error is put in words by its name and what Python says of it; ``None`` if that is not known here."""
    known = CRASHES.get(words)
    return None if known is None else raised in known[0] and re.search(known[1], said) is not None


CRASHES: dict[str, tuple[tuple[str, ...], str]] = {
    "it asks for a place that is not there": (("IndexError",), "out of range|empty"),
    "it asks for a key that is not there": (("KeyError",), ""),
    "it goes on with nothing, as if it were a value": (("TypeError", "AttributeError"), "NoneType"),
    "it uses a name that nobody has given": (
        ("NameError", "UnboundLocalError"),
        "not defined|not associated|referenced",
    ),
    "a call gives too many or too few values": (("TypeError",), "argument"),
    "it asks for a part of something without parts": (("TypeError",), "subscriptable"),
    "it needs a whole number, and has something else": (("TypeError",), "integer|indices"),
    "it asks a thing for what it does not have": (("AttributeError",), "has no attribute"),
    "it goes through something that has no items": (("TypeError",), "not iterable"),
    "it splits into more or fewer parts than there are": (("ValueError", "TypeError"), "unpack"),
    "a name is used before it has a value": (("UnboundLocalError", "NameError"), "not associated|referenced before"),
    "it calls itself, and never stops": (("RecursionError",), ""),
    "it divides by zero": (("ZeroDivisionError",), ""),
    "it calls something that is no function": (("TypeError",), "not callable"),
    "it mixes text and numbers": (("TypeError",), "str"),
}


def relation(words: str, focus: str, bench: Bench) -> bool | None:
    """Check a relation of two values, or of all failing tests; ``None`` for one that is not known here."""
    pair = _pair(focus, bench)
    if pair is None:
        return None
    try:
        if words == "what was given comes back as it was":
            return any(told == repr(pair[0]) for call in bench.test(focus).calls for told in call.arguments.values())
        if words in OF_ALL:
            names = [focus, *(name for name in bench.tests if name != focus)]
            pairs = [each for name in names if (each := _pair(name, bench))]
            return OF_ALL[words](pairs if "another" in words else [each for each in pairs if each[0] != each[1]])
        return bool(OF_ONE[words](*pair)) if words in OF_ONE else None
    except (TypeError, ValueError, IndexError, ZeroDivisionError, AttributeError):
        return False


def _pair(name: str, bench: Bench) -> tuple[Any, Any] | None:
    told = bench.sides(name).told
    try:
        return ast.literal_eval(told["actual"]), ast.literal_eval(told["wanted"])
    except (ValueError, SyntaxError, TypeError, KeyError):
        return None


def _swapped(actual: Any, wanted: Any) -> bool:
    differ = [n for n, (a, w) in enumerate(zip(actual, wanted, strict=True)) if a != w]
    return len(differ) == 2 and actual[differ[0]] == wanted[differ[1]] and actual[differ[1]] == wanted[differ[0]]


OF_ONE: dict[str, Callable[[Any, Any], bool]] = {
    "it is off by one": lambda actual, wanted: abs(actual - wanted) == 1,
    "it is too big": lambda actual, wanted: actual > wanted,
    "it is too small": lambda actual, wanted: actual < wanted,
    "it is empty, where something belongs": lambda actual, wanted: len(actual) == 0 < len(wanted),
    "yes and no are the other way round": lambda actual, wanted: actual is (not wanted),
    "the first character is left out": lambda actual, wanted: wanted[1:] == actual,
    "the last character is left out": lambda actual, wanted: wanted[:-1] == actual,
    "the first item is left out": lambda actual, wanted: wanted[1:] == actual,
    "the last item is left out": lambda actual, wanted: wanted[:-1] == actual,
    "only small and capital letters differ": lambda actual, wanted: actual.lower() == wanted.lower(),
    "two items stand in each other's place": _swapped,
    "the keys are right, but the values are not": lambda actual, wanted: actual.keys() == wanted.keys(),
    "only spaces or line ends differ": lambda actual, wanted: "".join(actual.split()) == "".join(wanted.split()),
    "only the first item is wrong": lambda actual, wanted: actual[0] != wanted[0] and actual[1:] == wanted[1:],
    "only the last item is wrong": lambda actual, wanted: actual[-1] != wanted[-1] and actual[:-1] == wanted[:-1],
    "the right text is there, with more behind it": lambda actual, wanted: actual.startswith(wanted),
    "all items are the same, though the right ones differ": lambda actual, wanted: (
        all(each == actual[0] for each in actual) and not all(each == wanted[0] for each in wanted)
    ),
    "some items are too many, and the others are right": lambda actual, wanted: (
        len(actual) > len(wanted) and all(each in actual for each in wanted)
    ),
    "it is a number, where text is right": lambda actual, wanted: (
        isinstance(actual, (int, float)) and isinstance(wanted, str)
    ),
    "only one part of what belongs together is there": lambda actual, wanted: actual in wanted,
    "none of the items is right": lambda actual, wanted: not any(a == w for a, w in zip(actual, wanted, strict=False)),
    "it is zero, where another number is right": lambda actual, wanted: actual == 0 != wanted,
    "it is not rounded, and the rest is right": lambda actual, wanted: any(
        round(actual, digits) == wanted for digits in range(10)
    ),
    "one item in between is left out": lambda actual, wanted: any(
        [*wanted[:n], *wanted[n + 1 :]] == [*actual] for n in range(1, len(wanted) - 1)
    ),
    "the items are right, but in another order": lambda actual, wanted: (
        actual != wanted and sorted(map(repr, actual)) == sorted(map(repr, wanted))
    ),
    "the text is empty, where some text belongs": lambda actual, wanted: actual == "" != wanted,
    "the text is the other way round": lambda actual, wanted: actual == wanted[::-1],
    "the end of the text is left out": lambda actual, wanted: wanted.startswith(actual),
    "some items are left out, and the others are right": lambda actual, wanted: (
        len(actual) < len(wanted) and all(each in wanted for each in actual)
    ),
    "only the sign is wrong": lambda actual, wanted: actual == -wanted,
    "several values come, where one is right": lambda actual, wanted: (
        isinstance(actual, (tuple, list)) and not isinstance(wanted, (tuple, list))
    ),
    "the characters are right, but in another order": lambda actual, wanted: sorted(actual) == sorted(wanted),
    "items come again that belong there once": lambda actual, wanted: any(
        wanted.count(each) == 1 < actual.count(each) for each in actual
    ),
    "items are there once that belong there more often": lambda actual, wanted: any(
        actual.count(each) == 1 < wanted.count(each) for each in actual
    ),
    "it is one divided by the right number": lambda actual, wanted: abs(actual - 1 / wanted) < 1e-9,
    "the order is wrong, and the items are right": lambda actual, wanted: (
        actual != wanted and sorted(map(repr, actual)) == sorted(map(repr, wanted))
    ),
    "nothing comes back here, but elsewhere something does": lambda actual, _: actual is None,
    "nothing comes back": lambda actual, _: actual is None,
}
OF_ALL: dict[str, Callable[[Sequence[tuple[Any, Any]]], bool]] = {
    "every yes is a no, and every no a yes": lambda pairs: all(actual is (not wanted) for actual, wanted in pairs),
    "it is off by one each time": lambda pairs: (
        len({a - w for a, w in pairs}) == 1 and abs(pairs[0][0] - pairs[0][1]) == 1
    ),
    "it would be the right answer to another test": lambda pairs: (
        repr(pairs[0][0]) in {repr(wanted) for _, wanted in pairs[1:]} and pairs[0][0] != pairs[0][1]
    ),
    "nothing comes back, in any test": lambda pairs: all(actual is None for actual, _ in pairs),
    "it is the same answer, yes or no, in every test": lambda pairs: len({repr(actual) for actual, _ in pairs}) == 1,
    "it is off by the same number each time": lambda pairs: len({a - w for a, w in pairs}) == 1,
    "it is the same result in every test": lambda pairs: len({repr(actual) for actual, _ in pairs}) == 1,
}
