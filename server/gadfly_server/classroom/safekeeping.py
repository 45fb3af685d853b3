"""The teacher's own keys, in the folder of the user's settings, and which keys open hidden tests here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from gadfly_server.classroom.bundle import VARIABLE

SECRET, PUBLIC, HIDDEN = "classroom.key", "classroom.pub", "hidden.key"


def folder() -> Path:
    """Where a teacher's keys are."""
    from platformdirs import user_config_path  # noqa: PLC0415 - few have any

    return user_config_path("gadfly")


def opening(named: Iterable[str]) -> tuple[str, ...]:
    """All keys that may open hidden tests: those of the policy, that of the environment, the teacher's own."""
    own = _read(folder() / HIDDEN)
    return tuple(dict.fromkeys(key for key in (*named, os.environ.get(VARIABLE, ""), own) if key.strip()))


def keep(name: str, text: str) -> Path:
    """Write a key that only its owner may read; one that is there already stays."""
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def kept(name: str) -> str:
    """A key of the teacher's; empty if there is none."""
    return _read(folder() / name)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
