"""Reads what students shared: from folders that `gadfly data export` wrote, or from a learning record store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from gadfly_server.exports.dataset import STATEMENTS
from gadfly_server.exports.shared import Shared
from gadfly_server.exports.statements import read
from gadfly_server.exports.store import Store

LARGEST = 64 * 1024 * 1024  # bytes of one student's file
_LONGEST = 1024 * 1024  # of a statement


class Unreadable(Exception):  # noqa: N818 - it is the source that cannot be read, not an error of ours
    """Why there is nothing to report, in words for people."""


def from_folder(folder: Path, problems: list[str]) -> Iterator[Shared]:
    """What is in all files of statements in a folder and below; what is broken is told, and left out."""
    if not folder.is_dir():
        raise Unreadable(f"There is no folder {folder}. Name one with what students exported, or a store's address.")
    files = sorted(folder.rglob(STATEMENTS))
    if not files:
        raise Unreadable(f"{folder} holds no {STATEMENTS}. Students make one with `gadfly data export FOLDER`.")
    for file in files:
        yield from _of_file(file, problems)


def from_store(store: Store, problems: list[str]) -> Iterator[Shared]:
    """What a learning record store has of ours. Raises ``Refused``."""
    for number, told in enumerate(store.get(), 1):
        yield from _read(told, f"{store.url}, statement {number}", problems)


def _of_file(file: Path, problems: list[str]) -> Iterator[Shared]:
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
            problems.append(f"{file} is a link, no file, or larger than {LARGEST >> 20} MB. It is left out.")
            return
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield from _of_line(line, f"{file}, line {number}", problems)
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{file} cannot be read: {error}. The rest of it is left out.")


def _of_line(line: str, place: str, problems: list[str]) -> Iterator[Shared]:
    try:
        told = json.loads(line) if line.strip() and len(line) <= _LONGEST else None
    except (ValueError, RecursionError) as error:
        problems.append(f"{place}: this is not JSON ({error}). It is left out.")
        return
    if told is not None:
        yield from _read(told, place, problems)


def _read(told: object, place: str, problems: list[str]) -> Iterator[Shared]:
    try:
        found = read(told) if isinstance(told, dict) else None
    except ValueError as error:
        problems.append(f"{place}: this {error}. It is left out.")
        return
    if found:
        yield found
