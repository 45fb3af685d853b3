"""From a file of the catalogue to a misconception."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping

from gadfly_analyzers.misconceptions.misconception import Misconception, WorkedExample

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_REQUIRED = ("title", "believes", "python", "program", "believed", "printed")
_OPTIONAL = ("typed", "related")
_EXAMPLE = ("goal", "program", "prints", "question", "right")
_RELATED = re.compile(r"(progmiscon|mcminer):\w+")


class CatalogueError(ValueError):
    """A file of the catalogue is not as ``schema.json`` says; the message names the file and the field."""


def read(identity: str, theme: str, text: str) -> Misconception:
    """Read the text of ``<identity>.toml``."""
    name = f"{identity}.toml"
    told = _parsed(name, text)
    _known(name, told, (*_REQUIRED, "analogue", *_OPTIONAL))
    title, believes, python, program, believed, printed = (_text(name, told, field) for field in _REQUIRED)
    typed = _text(name, told, "typed") if "typed" in told else ""
    related, example = _related(name, told), _example(name, told)
    return Misconception(identity, theme, title, believes, python, program, believed, printed, example, typed, related)


def _parsed(name: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error


def _known(name: str, told: Mapping[str, object], fields: Collection[str]) -> None:
    for field in told:
        if field not in fields:
            raise CatalogueError(f"{name}: no field is called {field!r}")


def _example(name: str, told: Mapping[str, object]) -> WorkedExample:
    table = told.get("analogue")
    if not isinstance(table, dict):
        raise CatalogueError(f"{name}: 'analogue' must be there, and be a table")
    _known(name, table, (*_EXAMPLE, "wrong", "orders"))
    goal, program, prints, question, right = (_text(name, table, field) for field in _EXAMPLE)
    wrong, orders = _texts(name, table, "wrong"), _texts(name, table, "orders")
    if not wrong:
        raise CatalogueError(f"{name}: 'wrong' must hold a text")
    return WorkedExample(goal, program, prints, question, right, wrong, orders)


def _text(name: str, told: Mapping[str, object], field: str) -> str:
    value = told.get(field)
    if not isinstance(value, str) or not value.strip():
        raise CatalogueError(f"{name}: {field!r} must be there, and be a text")
    return value


def _related(name: str, told: Mapping[str, object]) -> tuple[str, ...]:
    value = _texts(name, told, "related")
    for one in value:
        if not _RELATED.fullmatch(one):
            raise CatalogueError(f"{name}: 'related' holds {one!r}, which is not like 'progmiscon:AssignCompares'")
    return value


def _texts(name: str, told: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = told.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CatalogueError(f"{name}: {field!r} must be a list of texts")
    return tuple(value)
