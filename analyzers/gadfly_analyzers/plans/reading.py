"""From a file of the catalogue to a plan."""

from __future__ import annotations

import re

from gadfly_analyzers.plans.plan import Plan
from gadfly_analyzers.worked_example import CatalogueError, example_of, parsed, text_of

_NOTHING = r"(?!)"


def read(identity: str, text: str) -> Plan:
    """Read the text of ``<identity>.toml``; raise ``CatalogueError`` if a field is missing or not as it must be."""
    name = f"{identity}.toml"
    told = parsed(name, text, ("title", "says", "sign", "analogue"))
    sign = text_of(name, told, "sign") if "sign" in told else _NOTHING
    try:
        pattern = re.compile(sign)
    except re.error as error:
        raise CatalogueError(f"{name}: 'sign' is no pattern: {error}") from error
    return Plan(identity, text_of(name, told, "title"), text_of(name, told, "says"), pattern, example_of(name, told))
