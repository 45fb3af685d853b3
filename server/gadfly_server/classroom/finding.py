"""Where the classroom file of a program is: beside it, or above it up to the top of the same work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

FILE, PROJECT = "gadfly.toml", "pyproject.toml"
SIGNATURE = ".minisig"  # what the name of a signature ends in, after the whole name of the file
SYSTEM = Path("/etc/gadfly/policy.toml")
POLICY = "policy.toml"


def candidates(program: Path, tops: Iterable[Path] = ()) -> Iterator[Path]:
    """Give the files that may hold for a program, the nearest first; a project's may say nothing to us.

    What has our name counts also where it is no file, such as a link to nowhere: nobody can hide the rules behind it.
    """
    for folder in _folders(program.parent, tuple(tops)):
        if os.path.lexists(folder / FILE):
            yield folder / FILE
        if os.path.isfile(folder / PROJECT):  # noqa: PTH113 - asking a path raises where a folder may not be entered
            yield folder / PROJECT


def policy_file() -> Path | None:
    """The lab's file: what the machine's owner wrote first of all, then where the system keeps such files."""
    from platformdirs import site_config_path  # noqa: PLC0415 - the start of the server does without it

    places = (SYSTEM, site_config_path("gadfly") / POLICY)
    return next((place for place in places if os.path.lexists(place)), None)


def _folders(folder: Path, tops: tuple[Path, ...]) -> Iterator[Path]:
    """Give a folder and those above it, up to the highest that still belongs to the same work."""
    chain = (folder, *folder.parents)
    last = max((place for place, each in enumerate(chain) if each in tops or _has_git(each)), default=0)
    yield from chain[: last + 1]


def _has_git(folder: Path) -> bool:
    return os.path.exists(folder / ".git")  # noqa: PTH110 - the same
