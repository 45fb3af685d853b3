"""What the picture of an object shows of it."""

from __future__ import annotations

import re

from gadfly_analyzers.values import Value
from gadfly_server.tutor.reading import literal


def attributes(owner: Value) -> list[tuple[str, Value]]:
    """What an object like ``<Stack items=[1, 2]>`` holds, as far as its picture shows literals."""
    picture = re.fullmatch(r"<\w+((?: \w+=.*)+)>", owner.text, re.DOTALL)
    parts = re.split(r" (\w+)=", picture[1])[1:] if picture else []
    read = [(name, text, literal(text)) for name, text in zip(parts[::2], parts[1::2], strict=True)]
    return [(f"self.{name}", Value(text, type(found.value).__name__, True)) for name, text, found in read if found]
