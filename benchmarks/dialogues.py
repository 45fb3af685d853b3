"""How dialogues do on each data set: whether all they say is true, and how soon a student stands at the repair.

    python benchmarks/dialogues.py [--data FOLDER] [--set NAME …] [--limit N] [--show FILE]

The data are not part of this repository: without them there is nothing to measure, and this says so.
``--show`` writes down, as JSON Lines, what is not as it should be and what could not be checked.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dialogue import humans, overlap
from dialogue.measuring import Told, measure
from dialogue.section import HEADING, section
from localize.programs import SHARED, Program, programs_of, sets_in

QUICK = bool(os.environ.get("GADFLY_BENCH_QUICK"))


def main() -> None:
    """Measure and print."""
    options = arguments()
    print(HEADING)
    sets = {name: place for name, place in sets_in(options.data).items() if name in (options.set or (name,))}
    if not sets:
        print("Not measured: the data sets are not here. `--data FOLDER` names their place.")
        return
    with tempfile.TemporaryDirectory() as workshop:
        chosen = [programs_of(name, place, Path(workshop), options.limit) for name, place in sets.items()]
        programs = [program for some in chosen for program in some]
        told = measure(programs)
    if options.show:
        rows = [{"program": each.program, **asdict(finding)} for each in told for finding in each.findings]
        options.show.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
        options.show.with_suffix(".pickle").write_bytes(pickle.dumps(told))
    print("\n".join(section(told, options.limit)))
    print("\n".join(beside_humans(told, programs, items_of(sets.values()))))


def items_of(places: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """All that the sets know of their programs, human dialogues among it."""
    rows = [line for place in places if place.is_file() for line in place.read_text("utf-8").splitlines()]
    return {item["id"]: item for item in map(json.loads, rows)}


def beside_humans(
    told: Sequence[Told], programs: Sequence[Program], items: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    """Compare our dialogues with human ones about the same programs."""
    asked = {each.program: each.asked for each in told if each.asked}
    with_both = [(p, items.get(p.item["id"], {})) for p in programs if p.name in asked]
    some = [(p, item) for p, item in with_both if item.get("dialogues")]
    if not some:
        return
    yield "\n### Beside human tutors\n"
    yield from humans.table(
        [pair for p, item in some for pair in humans.pairs(item, p.text, _faulty(p), asked[p.name])]
    )
    yield ""
    yield from overlap.table([unit for p, item in some for unit in overlap.units(item, asked[p.name])])


def _faulty(program: Program) -> tuple[int, ...]:
    return tuple(program.item.get("bug_stmt_lines") or program.item.get("bug_lines") or ())


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--set", nargs="*", help="only these sets")
    parser.add_argument("--limit", type=int, default=2 if QUICK else 8, help="programs of each set; 0 for all")
    parser.add_argument("--show", type=Path, help="write down what is not as it should be, as JSON Lines")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
