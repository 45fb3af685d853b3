"""The section of the report on finding the faulty statement."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

from charts import chart
from localize import anytime, peers, tables
from localize.looking import LIMITS
from localize.measuring import Measured
from localize.programs import ROOT
from localize.records import FIRST, KIN, SHARPENED, Record, groups

HEADING = "## Finding the faulty statement\n"
DRAWN = ("guessing", "Ochiai", "FauxPy Ochiai", FIRST, SHARPENED)
_EXPLAINED = {
    "How soon, on one core": (
        "A ranking is sharpened once the search for repairs is over: from then on, suspects keep places and scores.",
        "",
    ),
    "How good at each moment": (
        "Of programs that Python can read, every ranking that Gadfly shows while it tries repairs, on one core.",
        "“Settled” is the moment from which its first suspect is the same up to the end.",
        "Nobody can know at that moment that it is so; it tells how soon what is shown is what will be shown.",
        "Before the first ranking is there, the fault counts as not found.",
        "",
    ),
    "Beside mutation, long before it is over": (
        f"The ranking that was shown after a {anytime.PART}th of the seconds that FauxPy's mutation took on the same",
        "program in the same run, beside what that gave when it was over.",
        "A top-1 below 1 is a tie; a ranking that was not there yet counts as 0.",
        "Gadfly has one core, FauxPy all of them; programs on which FauxPy was cut off or that hang are left out.",
        "",
    ),
}
_OVER_TIME = {
    "kind": "steps",
    "x": "seconds from the beginning, on one core",
    "y": "fault comes first, % of programs",
    "until": 10.0,
}


def section(told: Measured, limit: int, image: Path | None) -> Iterator[str]:
    """Write the section without its heading, and draw the image."""
    grouped = groups(told.records)
    over_all = {**grouped, "all sets": told.records} if len(grouped) > 1 else grouped
    yield from _conditions(told, limit)
    if image is not None and told.python is not None:
        _draw(told.python, grouped, image)
        yield f"\n![Share of programs whose fault comes first]({image.resolve().relative_to(ROOT).as_posix()})"
    for title, table in (
        ("How early the fault comes", tables.ranking(grouped)),
        ("Several bugs", tables.several(grouped)),
        ("How soon, on one core", tables.times(over_all)),
        ("How good at each moment", anytime.over_time(over_all)),
        ("What is claimed", tables.claims(over_all)),
        ("What a score means", tables.calibration(told.records)),
        ("Beside mutation", tables.mutation(told.mutation, peers.MUTATION)),
        ("Beside mutation, long before it is over", anytime.beside_mutation(told.mutation, peers.MUTATION)),
    ):
        rows = list(table)
        if len(rows) > 2:
            yield f"\n### {title}\n"
            yield from _EXPLAINED.get(title, ())
            yield from rows
    if image is not None and (curves := anytime.curves(grouped)):
        beside = image.with_name(f"{image.stem}-time{image.suffix}")
        yield chart(beside, "Share of programs whose fault comes first, over time", {**_OVER_TIME, "series": curves})


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
