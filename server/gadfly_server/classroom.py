"""The classroom file: what a teacher lays down for all programs of a folder.

It is ``gadfly.toml``, or the table ``[tool.gadfly]`` of ``pyproject.toml``; docs/classroom.md describes it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gadfly_analyzers.pages import NAMES
from gadfly_server.wording import LANGUAGES

FILE, PROJECT = "gadfly.toml", "pyproject.toml"
_LARGEST = 1024 * 1024  # bytes
_OURS = re.compile(r"^\s*\[\s*tool\s*\.\s*gadfly\b", re.MULTILINE)
_BROKEN = "It is left out until that is mended; everything else goes on."


@dataclass(frozen=True, slots=True)
class Classroom:
    """What holds for a program; ``problems`` are for people: which file, which line, what is wrong, what to do."""

    file: Path | None = None
    disabled: frozenset[str] = frozenset()
    problems: tuple[str, ...] = ()
    language: str | None = None
    memory: bool = True


def classroom_of(program: Path, tops: Iterable[Path] = ()) -> Classroom:
    """Read the nearest classroom file: beside a program, or above it up to its repository or one of ``tops``."""
    for folder in _folders(program.parent, tuple(tops)):
        for name in (FILE, PROJECT):
            if (found := _read(folder / name)) is not None:
                return found
    return Classroom()


def _folders(folder: Path, tops: tuple[Path, ...]) -> Iterator[Path]:
    """Give a folder and those above it, up to the highest that still belongs to the same work."""
    chain = (folder, *folder.parents)
    last = max((place for place, each in enumerate(chain) if each in tops or _has_git(each)), default=0)
    yield from chain[: last + 1]


def _has_git(folder: Path) -> bool:
    return os.path.exists(folder / ".git")  # noqa: PTH110 - asking a path raises where a folder may not be entered


def _read(file: Path) -> Classroom | None:
    """Read a file; ``None`` if it is not there, or a project's that says nothing to us."""
    if not os.path.isfile(file):  # noqa: PTH113 - the same
        return None
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        return Classroom(file, problems=(f"{file} cannot be read: {error.strerror or error}. {_BROKEN}",))
    if file.name == PROJECT and b"gadfly" not in data:
        return None
    try:
        text = _text(data)
    except ValueError as error:
        return Classroom(file, problems=(f"{file} {error} {_BROKEN}",))
    return _told(file, text)


def _text(data: bytes) -> str:
    if len(data) > _LARGEST:
        raise ValueError("is larger than 1 MB.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"is not UTF-8 text: see line {line}. Save it as UTF-8, please.") from None


def _told(file: Path, text: str) -> Classroom | None:
    """Read a text; ``None`` if it is a project's that says nothing to us."""
    try:
        table: object = _parsed(text)
    except (ValueError, RecursionError) as error:
        ours = file.name == FILE or _OURS.search(text)
        return Classroom(file, problems=(_unreadable(file, error),)) if ours else None
    for key in ("tool", "gadfly") if file.name == PROJECT else ():
        table = table.get(key) if isinstance(table, dict) else None
    return None if table is None else _classroom(file, text, table)


def _parsed(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - most programs have no classroom file
    else:
        import tomli as tomllib  # noqa: PLC0415 - the same
    return tomllib.loads(text)


def _unreadable(file: Path, error: Exception) -> str:
    told = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    if told is None:
        return f"{file} is not TOML: {error}. {_BROKEN}"
    place = f"line {told[2]}" if told[2] else "the end"
    return f"{file}, {place}: this is not TOML ({told[1]}). {_BROKEN}"


def _classroom(file: Path, text: str, table: object) -> Classroom:
    """Take what is as it should be, and tell of the rest."""
    around = "" if file.name == FILE else "tool.gadfly."
    patterns, memory = _under(table, "patterns"), _under(table, "memory")
    problems = [*_unknown(file, text, table, ("language", "patterns", "memory"), around)]
    problems += _unknown(file, text, patterns, ("disabled",), f"{around}patterns.")
    problems += _unknown(file, text, memory, ("enabled",), f"{around}memory.")
    disabled = patterns.get("disabled", []) if isinstance(patterns, dict) else []
    if not isinstance(disabled, list):
        problems.append(f'{_place(file, text, "disabled")}: write a list of names, such as disabled = ["lone-name"].')
        disabled = []
    known = frozenset(name for name in disabled if name in NAMES)
    problems += [_no_pattern(file, text, name) for name in disabled if name not in NAMES]
    language = table.get("language") if isinstance(table, dict) else None
    if language is not None and language not in LANGUAGES:
        problems.append(f"{_place(file, text, 'language')}: Gadfly speaks {', '.join(LANGUAGES)}. Write one of them.")
        language = None
    enabled = memory.get("enabled", True) if isinstance(memory, dict) else True
    if not isinstance(enabled, bool):
        problems.append(f"{_place(file, text, 'enabled')}: write enabled = true or enabled = false.")
    return Classroom(file, known, tuple(problems), language, enabled is not False)


def _under(table: object, key: str) -> object:
    """What stands under a key; an empty table if nothing does."""
    return table.get(key, {}) if isinstance(table, dict) else {}


def _unknown(file: Path, text: str, table: object, known: tuple[str, ...], around: str) -> Iterator[str]:
    """Tell of keys that mean nothing here: one letter off would go unnoticed."""
    if not isinstance(table, dict):
        name = around.rstrip(".")
        place = _place(file, text, name.rpartition(".")[2])
        yield f"{place}: `{name}` is a table. Begin it with [{name}] on a line of its own."
        return
    for key in table:
        if key not in known:
            meant = _meant(key, known) or f"Known here: {', '.join(known)}."
            yield f"{_place(file, text, key)}: `{around}{key}` means nothing to Gadfly. {meant}"


def _no_pattern(file: Path, text: str, name: object) -> str:
    meant = _meant(str(name), NAMES) or "The name of a pattern stands beside its question."
    return f"{_place(file, text, str(name))}: there is no pattern `{name}`. {meant}"


def _meant(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is misspelt

    close = get_close_matches(name.lower(), known, 1)
    return f"Is it `{close[0]}`?" if close else ""


def _place(file: Path, text: str, word: str) -> str:
    """Name a file and the line on which a word stands."""
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    return f"{file}, line {text.count(chr(10), 0, found.start()) + 1}" if found else str(file)
