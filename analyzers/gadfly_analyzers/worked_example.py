"""A small program in which an idea is done right, as the catalogues have it, and how it is read from their files."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_TEXTS = ("goal", "program", "prints", "question", "right")


class CatalogueError(ValueError):
    """A file of a catalogue is not as its ``schema.json`` says; the message names the file and the field."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A program in which the idea is done right, about something else, and a question of why it works.

    ``orders`` are all orders of its lines that print the same, each line as its letter, the first one being ``A``;
    none where the lines are no puzzle. ``wrong`` are answers that are not ``right``.
    """

    goal: str
    program: str
    prints: str
    question: str
    right: str
    wrong: tuple[str, ...]
    orders: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The lines that can be put in order: all that are not empty."""
        return tuple(line for line in self.program.splitlines() if line.strip())

    @property
    def said(self) -> tuple[str, ...]:
        """What a student reads of it, apart from its program."""
        return (self.goal, self.question, self.right, *self.wrong)


def parsed(name: str, text: str, fields: Collection[str] | None = None) -> Mapping[str, object]:
    """Read the text of a file of a catalogue, which has no other fields than these if they are given."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error
    if fields is not None:
        _known(name, told, fields)
    return told


def example_of(name: str, told: Mapping[str, object]) -> WorkedExample:
    """Read the table ``analogue`` of a file."""
    table = told.get("analogue")
    if not isinstance(table, dict):
        raise CatalogueError(f"{name}: 'analogue' must be there, and be a table")
    _known(name, table, (*_TEXTS, "wrong", "orders"))
    goal, program, prints, question, right = (text_of(name, table, field) for field in _TEXTS)
    wrong, orders = texts_of(name, table, "wrong"), texts_of(name, table, "orders")
    if not wrong:
        raise CatalogueError(f"{name}: 'wrong' must hold a text")
    return WorkedExample(goal, program, prints, question, right, wrong, orders)


def text_of(name: str, told: Mapping[str, object], field: str) -> str:
    """Read a field that must be a text and not empty."""
    value = told.get(field)
    if not isinstance(value, str) or not value.strip():
        raise CatalogueError(f"{name}: {field!r} must be there, and be a text")
    return value


def texts_of(name: str, told: Mapping[str, object], field: str) -> tuple[str, ...]:
    """Read a field that may be a list of texts."""
    value = told.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CatalogueError(f"{name}: {field!r} must be a list of texts")
    return tuple(value)


def _known(name: str, told: Mapping[str, object], fields: Collection[str]) -> None:
    for field in told:
        if field not in fields:
            raise CatalogueError(f"{name}: no field is called {field!r}")
