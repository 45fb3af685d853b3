"""From a file of the catalogue to a misconception."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from gadfly_analyzers.misconceptions.misconception import Misconception

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_REQUIRED = ("title", "believes", "python", "program", "believed", "printed")
_OPTIONAL = ("typed", "related")
_RELATED = re.compile(r"(progmiscon|mcminer):\w+")


class CatalogueError(ValueError):
    """A file of the catalogue is not as ``schema.json`` says; the message names the file and the field."""


def read(identity: str, theme: str, text: str) -> Misconception:
    """Read the text of ``<identity>.toml``."""
    name = f"{identity}.toml"
    told = _parsed(name, text)
    for field in told:
        if field not in _REQUIRED + _OPTIONAL:
            raise CatalogueError(f"{name}: no field is called {field!r}")
    title, believes, python, program, believed, printed = (_text(name, told, field) for field in _REQUIRED)
    typed = _text(name, told, "typed") if "typed" in told else ""
    return Misconception(
        identity, theme, title, believes, python, program, believed, printed, typed, _related(name, told)
    )


def _parsed(name: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error


def _text(name: str, told: Mapping[str, object], field: str) -> str:
    value = told.get(field)
    if not isinstance(value, str) or not value.strip():
        raise CatalogueError(f"{name}: {field!r} must be there, and be a text")
    return value


def _related(name: str, told: Mapping[str, object]) -> tuple[str, ...]:
    value = told.get("related", [])
    if not isinstance(value, list):
        raise CatalogueError(f"{name}: 'related' must be a list")
    for one in value:
        if not isinstance(one, str) or not _RELATED.fullmatch(one):
            raise CatalogueError(f"{name}: 'related' holds {one!r}, which is not like 'progmiscon:AssignCompares'")
    return tuple(value)
