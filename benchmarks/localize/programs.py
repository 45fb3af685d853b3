"""The programs of the data sets, and where each is at fault."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
T = TypeVar("T")
DEFINITIONS = ("class_definition", "function_definition")


@dataclass(frozen=True)
class Program:
    """One program of a set: ``folder`` has it beside its tests, ``item`` is what its set knows of it."""

    set: str
    folder: Path
    text: str
    item: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Give the name that it has in its set."""
        return self.folder.name

    @cached_property
    def units(self) -> tuple[range, ...]:
        """Give the lines of each unit that is ranked: statements inside functions.

        Of a text that Python cannot read these are lines.
        """
        source = Source.parse(self.text)
        if source.broken:
            lines = enumerate(self.text.splitlines(), 1)
            return tuple(range(n, n + 1) for n, line in lines if line.strip() and not line.lstrip().startswith("#"))
        return tuple(range(each.line, each.end_line + 1) for each in source.statements() if _is_ranked(each))

    @cached_property
    def faulty(self) -> frozenset[int]:
        """Number the units that are at fault."""
        known = self.item.get("bug_stmt_lines") or self.item.get("bug_lines") or ()
        return frozenset(n for n, lines in enumerate(self.units) if any(line in lines for line in known))

    @property
    def bugs(self) -> int:
        """Count the bugs; 0 where the set does not tell them apart."""
        return len(self.item.get("bug_lines_per_bug") or ()) or int(self.item.get("bugs", 0))

    @property
    def fixed(self) -> str | None:
        """Give the program without its bugs, if the set has it."""
        buggy, correct = self.item.get("buggy_code"), self.item.get("correct_code")
        if not buggy:
            return correct  # all of it
        return self.text.removesuffix(buggy) + correct if correct and self.text.endswith(buggy) else None


def sets_in(data: Path) -> dict[str, Path]:
    """Find the sets in a folder: files of items (``dev.jsonl``), or folders with one folder per item."""
    data = data.resolve()  # programs run in folders of their own
    found: dict[str, Path] = {}
    for place in [data, *sorted(path for path in data.glob("*") if path.is_dir())]:
        files = sorted(place.glob("*.jsonl"))
        for file in files:
            found[place.name if len(files) == 1 else f"{place.name}-{file.stem}"] = file
        if not files and any(place.glob("*/item.json")):
            found[place.name] = place
    return found


def programs_of(name: str, place: Path, workshop: Path, limit: int) -> list[Program]:
    """Read so many programs of a set (all for 0), evenly spread over it; those without a known fault are left out."""
    if place.is_file():
        beside = place.parents[2] / "tools" / "materialize.py"
        tool = beside if beside.is_file() else SHARED / "tools" / "materialize.py"
        command = [sys.executable, str(tool), str(place), str(workshop / name)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        place = workshop / name
    programs = [_program(name, path.parent) for path in sorted(place.glob("*/item.json"))]
    return spread([program for program in programs if program.faulty], limit)


def spread(programs: Sequence[T], limit: int) -> list[T]:
    """Choose so many, evenly spread."""
    count = min(limit or len(programs), len(programs))
    return [programs[number * len(programs) // count] for number in range(count)]


def _program(name: str, folder: Path) -> Program:
    item = json.loads((folder / "item.json").read_text("utf-8"))
    return Program(name, folder, (folder / "program.py").read_text("utf-8"), item)


def _is_ranked(statement: Statement) -> bool:
    return statement.function is not None and statement.kind not in DEFINITIONS
