"""Whether every bug of a program is found, one after another, each repaired as soon as it is the first suspect."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.learned import Learned
from localize.looking import look, touches
from localize.programs import Program


@dataclass(frozen=True)
class Hunk:
    """Lines of a text (numbered from 0, half-open) and what stands there in the repaired text.

    ``lines`` are the 1-based ones that count as the place: for what is missing, those written before and after the gap.
    """

    first: int
    stop: int
    instead: tuple[str, ...]
    lines: tuple[int, ...]


async def all_found(program: Program, fixed: str, runner: Runner, table: Learned | None = None) -> bool:
    """Repair what the first suspect points at and look again, until nothing is left or it points elsewhere."""
    lines, right = program.text.splitlines(), fixed.splitlines()
    with TemporaryDirectory() as place:
        folder = Path(place) / program.name
        shutil.copytree(program.folder, folder)
        while hunks := list(hunks_of(lines, right)):
            text = "\n".join(lines) + "\n"
            (folder / "program.py").write_text(text, encoding="utf-8")
            seen = await look(folder, text, runner, table)
            if seen.run is not None and seen.run.tests and not seen.run.failing:
                return True  # what is left makes no difference
            reached = [hunk for hunk in hunks if seen.sharpened and touches(seen.sharpened[0], hunk.lines)]
            if not reached:
                return False
            lines[reached[0].first : reached[0].stop] = reached[0].instead
    return True


def hunks_of(lines: Sequence[str], right: Sequence[str]) -> Iterator[Hunk]:
    """List what differs, line by line where as many lines stand against each other."""
    for kind, first, stop, start, end in SequenceMatcher(None, lines, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if stop - first == end - start:
            for n in range(first, stop):
                yield Hunk(n, n + 1, (right[start + n - first],), places(lines, n, n + 1))
        else:
            yield Hunk(first, stop, tuple(right[start:end]), places(lines, first, stop))


def places(lines: Sequence[str], first: int, stop: int) -> tuple[int, ...]:
    """Give the 1-based lines that count as the place of a change."""
    written = tuple(n + 1 for n in range(first, stop) if lines[n].strip())
    before = next((n for n in range(first, 0, -1) if lines[n - 1].strip()), None)
    after = next((n for n in range(stop + 1, len(lines) + 1) if lines[n - 1].strip()), None)
    return written or tuple(n for n in (before, after) if n)
