"""Lists of words and patterns by which wordings are judged, in ``words/``: lines below headings in brackets."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> dict[str, tuple[str, ...]]:
    """The lines below each heading of a list; those that begin with # are for people."""
    told: dict[str, list[str]] = {}
    for line in files("gadfly_server.models").joinpath(f"words/{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            told[line[1:-1]] = []
        elif line and not line.startswith("#"):
            [*told.values()][-1].append(line)
    return {heading: tuple(lines) for heading, lines in told.items()}
