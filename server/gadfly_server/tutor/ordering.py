"""Lines to put in order: in which order they are given, how an order is read, and how near it is to a right one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from gadfly_server.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_server.tutor.question import Question

_LETTERS = "ABCDEFGHIJ"


def shuffled(identity: str, count: int, right: Collection[tuple[int, ...]]) -> tuple[int, ...]:
    """Numbers from 0 in an order that depends on a text alone, and is none of the right ones."""
    order = sorted(range(count), key=lambda number: crc32(f"{identity} {number}".encode()))
    turns = (tuple(order[at:] + order[:at]) for at in range(count))
    return next(turn for turn in turns if turn not in right)


def letters(order: Collection[int]) -> str:
    """An order as students write it: ``B A C``."""
    return " ".join(_LETTERS[number] for number in order)


def read(question: Question, answer: str) -> str | None:
    """The order that an answer gives, by letters or by numbers; ``None`` if it is none of all pieces."""
    signs = re.sub(r"[\s,;.>)-]+", "", answer).upper()
    known = _LETTERS[: len(question.choices)]
    if sorted(signs) == sorted("123456789"[: len(known)]):
        signs = "".join(known[int(sign) - 1] for sign in signs)
    return " ".join(signs) if sorted(signs) == sorted(known) else None


def right_orders(question: Question) -> tuple[str, ...]:
    """All orders that are right."""
    return (question.oracle.answer, *question.oracle.also)


def in_place(question: Question, said: str) -> int:
    """How many lines, counted from the top, stand as they do in the right order that comes nearest."""
    pieces = said.split()
    return max(_alike(pieces, order.split()) for order in right_orders(question))


def how_near(question: Question, said: str) -> str:
    """What is said to an order that is not right: how far it holds, not where it fails."""
    number = in_place(question, said)
    if not number:
        return say("The program begins with another line.")
    return say_count(
        "From the top, {number} line is in a right place.", "From the top, {number} lines are in a right place.", number
    )


def _alike(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), len(one))
