"""The section of the report on finding the faulty statement."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

from localize import peers, tables
from localize.looking import LIMITS
from localize.measuring import Measured
from localize.programs import ROOT
from localize.records import FIRST, KIN, SHARPENED, Record, groups

HEADING = "## Finding the faulty statement\n"
DRAWN = ("guessing", "Ochiai", "FauxPy Ochiai", FIRST, SHARPENED)


def section(told: Measured, limit: int, image: Path | None) -> Iterator[str]:
    """Write the section without its heading, and draw the image."""
    grouped = groups(told.records)
    yield from _conditions(told, limit)
    if image is not None and told.python is not None:
        _draw(told.python, grouped, image)
        yield f"\n![Share of programs whose fault comes first]({image.resolve().relative_to(ROOT).as_posix()})"
    for title, table in (
        ("How early the fault comes", tables.ranking(grouped)),
        ("Several bugs", tables.several(grouped)),
        ("How soon, on one core", tables.times(grouped)),
        ("What is claimed", tables.claims(grouped)),
        ("What a score means", tables.calibration(told.records)),
        ("Beside mutation", tables.mutation(told.mutation, peers.MUTATION)),
    ):
        rows = list(table)
        if len(rows) > 2:
            yield f"\n### {title}\n"
            yield from rows


def _conditions(told: Measured, limit: int) -> Iterator[str]:
    """Say what was measured, and how."""
    which = f"at most {limit} programs of each set, evenly spread over it" if limit else "every program of each set"
    yield f"`benchmarks/localization.py`: {which}, endless and unreadable ones among them."
    yield "Ranked are statements inside functions (lines where Python cannot read the text); ties stand in any order."
    yield f"A test is stopped after {LIMITS.test_seconds:g} s, a run after {LIMITS.wall_seconds:g} s."
    held_out = [name for name in dict.fromkeys(each.set for each in told.records) if name in told.held_out]
    if held_out:
        yield f"The weights for a set were learned without it: {', '.join(held_out)}."
        yield f"Of “{KIN}”, they were learned without every eighth problem of all sets, the program's among these."
    if told.memory:
        yield f"Memory of the whole process tree at its peak: {told.memory:.0f} MiB."
    if told.python is None:
        yield "FauxPy: not measured."
    else:
        yield f"FauxPy {peers.VERSION} runs in an environment of its own, with {peers.TEST_SECONDS} s for a test."
    if told.unseen:
        yield f"Left out, for no test fails here: {', '.join(told.unseen)}."


def _draw(python: Path, grouped: Mapping[str, Sequence[Record]], image: Path) -> None:
    shares = {
        name: {way: 100 * mean(each.ranks[way].top[0] for each in records) for way in DRAWN}
        for name, records in grouped.items()
    }
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "shares.json"
        file.write_text(json.dumps(shares), encoding="utf-8")
        image.parent.mkdir(parents=True, exist_ok=True)
        plot = Path(__file__).with_name("plot.py")
        subprocess.run([str(python), str(plot), str(file), str(image)], check=True, stdout=sys.stderr)
