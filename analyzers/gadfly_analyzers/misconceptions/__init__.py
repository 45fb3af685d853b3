"""What novices believe of Python that is not so: a catalogue of small files, read when somebody asks."""

from __future__ import annotations

from functools import cache
from importlib import resources

from gadfly_analyzers.misconceptions.misconception import Misconception
from gadfly_analyzers.misconceptions.themes import THEMES


@cache
def by_id(identity: str) -> Misconception:
    """Read one misconception; its file is read once."""
    from gadfly_analyzers.misconceptions.reading import read  # noqa: PLC0415 - nobody has asked before

    theme = _theme(identity)
    file = resources.files(__package__).joinpath(f"catalogue/{identity}.toml")
    return read(identity, theme, file.read_text("utf-8"))


def everything() -> tuple[Misconception, ...]:
    """Give all misconceptions, theme by theme."""
    return tuple(by_id(identity) for identities in THEMES.values() for identity in identities)


def _theme(identity: str) -> str:
    for theme, identities in THEMES.items():
        if identity in identities:
            return theme
    raise KeyError(f"no misconception is called {identity!r}")
