"""From a file of the catalogue to a misconception."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gadfly_analyzers.misconceptions.misconception import Misconception
from gadfly_analyzers.worked_example import CatalogueError, example_of, parsed, text_of, texts_of

_REQUIRED = ("title", "believes", "python", "program", "believed", "printed")
_OPTIONAL = ("typed", "related")
_RELATED = re.compile(r"(progmiscon|mcminer):\w+")


def read(identity: str, theme: str, text: str) -> Misconception:
    """Read the text of ``<identity>.toml``; raise ``CatalogueError`` if it is not as ``schema.json`` says."""
    name = f"{identity}.toml"
    told = parsed(name, text, (*_REQUIRED, "analogue", *_OPTIONAL))
    title, believes, python, program, believed, printed = (text_of(name, told, field) for field in _REQUIRED)
    typed = text_of(name, told, "typed") if "typed" in told else ""
    related, example = _related(name, told), example_of(name, told)
    return Misconception(identity, theme, title, believes, python, program, believed, printed, example, typed, related)


def _related(name: str, told: Mapping[str, object]) -> tuple[str, ...]:
    value = texts_of(name, told, "related")
    for one in value:
        if not _RELATED.fullmatch(one):
            raise CatalogueError(f"{name}: 'related' holds {one!r}, which is not like 'progmiscon:AssignCompares'")
    return value
