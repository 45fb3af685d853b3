"""A new assignment out of a template: files that work as they are; what is there already stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from gadfly_server import __version__

# Each template is one or several folders, the later ones on top; the last is that of the dev container feature.
TEMPLATES: dict[str, tuple[tuple[str, str], ...]] = {
    "plain": (("plain", ""),),
    "github": (("plain", ""), ("github", ""), ("feature", ".devcontainer/gadfly")),
    "cs50": (("cs50", ""), ("feature", ".devcontainer/gadfly")),
    "nbgrader": (("nbgrader", ""),),
    "otter": (("otter", ""),),
}

VERSION = "@VERSION@"  # in a template: the version of Gadfly that writes it


class Started(NamedTuple):
    """Which files were written, and which were there before."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def start(folder: Path, template: str) -> Started:
    """Write the files of a template into a folder."""
    written, left = [], []
    files = {path: text for source, place in TEMPLATES[template] for path, text in _files(source, Path(place))}
    for path, text in files.items():
        target = folder / path
        if target.exists():
            left.append(target)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        if target.suffix == ".sh":
            target.chmod(0o755)
        written.append(target)
    return Started(tuple(written), tuple(left))


def _files(source: str, place: Path) -> Iterator[tuple[Path, str]]:
    yield from _below(resources.files(__package__) / "templates" / source, place)


def _below(folder: Traversable, place: Path) -> Iterator[tuple[Path, str]]:
    """The files below a folder, with the names that they are to have."""
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        name = each.name.removesuffix(".in")
        path = place / (f".{name.removeprefix('dot_')}" if name.startswith("dot_") else name)
        if each.is_dir():
            yield from _below(each, path)
        elif each.name.endswith(".in"):
            yield path, each.read_text("utf-8").replace(VERSION, __version__)
