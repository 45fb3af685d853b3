"""The tests that students see, by the globs of a classroom file; those for other tools become tests of ours."""

from __future__ import annotations

from collections.abc import Iterator
from glob import escape, glob
from hashlib import sha256
from pathlib import Path

from gadfly_server.classroom.foreign.translating import Translated, translated
from gadfly_server.classroom.reading import UnreadableError, stays_in
from gadfly_server.home import translated_tests

MOST, MOST_FOREIGN = 200, 20  # files that are looked at, and those of other tools that are read


def globs(folder: Path, visible: tuple[str, ...], program: Path) -> tuple[str, ...]:
    """Globs for the tests of a program: as they are written, and for each file for another tool that of its tests."""
    return tuple(glob_ for each in named(visible, program) for glob_ in _globs(folder, each, program))


def _globs(folder: Path, pattern: str, program: Path) -> tuple[str, ...]:
    others = dict(foreign(folder, (pattern,), program))
    if not others and all(stays_in(folder, path) for path in _found(folder, pattern)):
        return (f"{escape(str(folder))}/{pattern}",)
    kept = [_kept(others[path], path) if path in others else path for path in _matching(folder, pattern)]
    return tuple(escape(str(path)) for path in kept)


def foreign(folder: Path, visible: tuple[str, ...], program: Path) -> Iterator[tuple[Path, Translated]]:
    """The files that were written for other tools, with their tests; of what cannot be read, all is left out."""
    for each in named(visible, program):
        read = 0
        for path in _matching(folder, each):
            if read < MOST_FOREIGN and (told := _translated(path, program)):
                read += 1
                yield path, told


def _translated(path: Path, program: Path) -> Translated | None:
    try:
        return translated(path, program)
    except UnreadableError as error:
        return Translated("", (str(error),))


def _matching(folder: Path, pattern: str) -> list[Path]:
    """The files that match, without those to which a link leads out of the folder."""
    return [path for path in _found(folder, pattern) if stays_in(folder, path)]


def leading_out(folder: Path, visible: tuple[str, ...], program: Path) -> list[Path]:
    """The files that match, but to which a link leads out of the folder, so that they are no tests."""
    found = {path for each in named(visible, program) for path in _found(folder, each)}
    return sorted(path for path in found if not stays_in(folder, path))


def _found(folder: Path, pattern: str) -> list[Path]:
    return [folder / name for name in sorted(glob(pattern, root_dir=folder, recursive=True))[:MOST]]  # noqa: PTH207 - of names below


def named(visible: tuple[str, ...], program: Path) -> tuple[str, ...]:
    """The globs for one program."""
    return tuple(each.replace("{program}", escape(program.stem)) for each in visible)


def _kept(told: Translated, source: Path) -> Path:
    """Where the tests of another tool's file are kept as tests of ours; the file itself where it holds none."""
    if not told.text:
        return source
    text = told.text
    number = sha256(f"{source}\0{text}".encode()).hexdigest()[:16]
    path = translated_tests() / number / f"test_{source.stem.strip('.')}.py"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(text, encoding="utf-8")
    return path
